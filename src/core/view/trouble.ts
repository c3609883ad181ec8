/** Something that doesn't work here. Screens show one plain line for each. */
export interface Trouble {
  readonly id:
    | 'unreadable'
    | 'unsaved'
    | 'notifications'
    | 'downloads'
    | 'sites'
    | 'policySites'
    | 'policySite';
  /** Values for its text, such as a host. */
  readonly values: readonly string[];
}
