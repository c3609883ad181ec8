import type { ComponentChildren, VNode } from 'preact';

/** The frame of a full page: our name, and the main part. */
export function PageFrame({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="page">
      <header class="page-header">
        <svg viewBox="0 0 128 128" width="24" height="24" aria-hidden="true">
          <path
            class="mark-body"
            d="M28 6h50l34 34v68a14 14 0 0 1-14 14H28a14 14 0 0 1-14-14V20A14 14 0 0 1 28 6z"
          />
          <circle cx="63" cy="77" r="29" fill="none" class="mark-line" stroke-width="10" />
          <path class="mark-line" stroke-width="10" stroke-linecap="round" d="M43 97l40-40" />
        </svg>
        <span>{name}</span>
      </header>
      <main>{children}</main>
    </div>
  );
}
