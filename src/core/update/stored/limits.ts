/** Larger envelopes are refused while streaming. */
export const maxEnvelopeBytes = 1024 * 1024;
export const maxRootBytes = 64 * 1024;
