import type { VNode } from 'preact';

const paths = {
  pause: 'M6 3.5v9M10 3.5v9',
  done: 'M3 8.5l3.2 3.2L13 5',
  lost: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  lock: 'M4 7.5h8v6H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2',
  warning: 'M8 2.2l6.3 11.3H1.7zM8 6.5v3M8 11.6v.1',
  external: 'M6.5 3.5h-3v9h9v-3M9.5 2.5h4v4M13.5 2.5L7.5 8.5',
  kept: 'M8 2.5v7M4.8 6.3L8 9.5l3.2-3.2M3 13h10',
  onward: 'M6 3.5L10.5 8 6 12.5',
} as const;

/** A small icon beside text that says the same; hidden from screen readers. */
export function Symbol({ name }: { readonly name: keyof typeof paths }): VNode {
  return (
    <svg
      class={`symbol symbol-${name}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
