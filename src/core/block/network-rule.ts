// A rule for the browser's network layer: the subset of declarativeNetRequest that both engines
// read alike.

export interface NetworkRule {
  readonly id: number;
  readonly priority: number;
  readonly action: { readonly type: 'block' | 'allow' };
  readonly condition: {
    /** Each entry includes all hosts below it. */
    readonly requestDomains?: readonly string[];
    readonly urlFilter?: string;
    readonly regexFilter?: string;
    readonly isUrlFilterCaseSensitive: false;
    readonly resourceTypes: readonly ['main_frame'];
  };
}

/** Conditions on the URL besides its host. */
export type AddressFilter =
  { readonly regexFilter: string } | { readonly urlFilter: string } | Record<never, never>;

/** Hosts for filters: `below` includes every host below, `exact` doesn't. */
export interface Sites {
  readonly below: readonly string[];
  readonly exact: readonly string[];
}
