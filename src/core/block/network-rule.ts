// A rule for the browser's network, of the part of declarativeNetRequest that both engines read alike.

export interface NetworkRule {
  readonly id: number;
  readonly priority: number;
  readonly action: { readonly type: 'block' | 'allow' };
  readonly condition: {
    /** Each stands for itself and every host below it. */
    readonly requestDomains?: readonly string[];
    readonly urlFilter?: string;
    readonly regexFilter?: string;
    readonly isUrlFilterCaseSensitive: false;
    readonly resourceTypes: readonly ['main_frame'];
  };
}

/** What a rule asks of an address, beside its host. */
export type AddressFilter =
  { readonly regexFilter: string } | { readonly urlFilter: string } | Record<never, never>;

/** Hosts that filters speak of: `below` with every host below them, `exact` alone. */
export interface Sites {
  readonly below: readonly string[];
  readonly exact: readonly string[];
}
