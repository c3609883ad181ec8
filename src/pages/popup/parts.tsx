// The tabs. Only "This page" comes with the first screen; the others are loaded when idle, or when asked for.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../shared/context.ts';
import { usePopup } from './context.ts';
import { LazyPart, Waiting } from './lazy-part.tsx';
import { PagePart } from './page/page-part.tsx';
import { parts, type Part } from './route.ts';

export type LoadPart = () => Promise<ComponentType>;

const later: Readonly<Record<Exclude<Part, 'page'>, LoadPart>> = {
  ban: async () => (await import('./ban/ban-part.tsx')).BanPart,
  dates: async () => (await import('./dates/dates-part.tsx')).DatesPart,
  me: async () => (await import('./applies/applies-part.tsx')).AppliesPart,
  alternatives: async () => (await import('./alternatives/alternatives-part.tsx')).AlternativesPart,
  removal: async () => (await import('./removal/removal-part.tsx')).RemovalPart,
  questions: async () => (await import('./questions/questions-part.tsx')).QuestionsPart,
};

export function Parts({ part }: { readonly part: Part }): VNode {
  const { t } = usePage();
  const { show, view } = usePopup();
  const tabs = useRef(new Map<Part, HTMLButtonElement>());
  const bar = useRef<HTMLDivElement>(null);
  // What was seen once stays, with what was typed and chosen in it.
  const [seen, setSeen] = useState<ReadonlySet<Part>>(new Set([part]));
  if (!seen.has(part)) setSeen(new Set([...seen, part]));

  // The rest is fetched once the first screen stands; what fails here is said where it is asked for.
  useEffect(() => {
    const idle = requestIdleCallback(
      () => void Promise.allSettled(Object.values(later).map((load) => load())),
    );
    return () => cancelIdleCallback(idle);
  }, []);

  // A new part is read from its top, under the tabs that stay.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (bar.current && bar.current.offsetTop < window.scrollY + 1)
      window.scrollTo({ top: bar.current.offsetTop });
  }, [part]);

  const moveBy = (event: KeyboardEvent) => {
    const here = parts.indexOf(part);
    const isRtl = document.documentElement.dir === 'rtl';
    const steps: Partial<Record<string, number>> = {
      ArrowRight: here + (isRtl ? -1 : 1),
      ArrowLeft: here + (isRtl ? 1 : -1),
      Home: 0,
      End: parts.length - 1,
    };
    const next = steps[event.key];
    const target = next === undefined ? undefined : parts.at(next % parts.length);
    if (!target) return;
    event.preventDefault();
    show(target);
    tabs.current.get(target)?.focus();
  };

  return (
    <>
      <div class="tabs" role="tablist" aria-label={t('popupParts')} ref={bar} onKeyDown={moveBy}>
        {parts.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === part}
            aria-controls={`part-${id}`}
            tabIndex={id === part ? 0 : -1}
            ref={(element) =>
              void (element ? tabs.current.set(id, element) : tabs.current.delete(id))
            }
            onClick={() => show(id)}
          >
            {t(`popupPart_${id}`)}
          </button>
        ))}
      </div>
      {parts.map((id) => (
        <div
          key={id}
          class="part"
          role="tabpanel"
          id={`part-${id}`}
          aria-labelledby={`tab-${id}`}
          hidden={id !== part}
        >
          {seen.has(id) &&
            (id === 'page' ? (
              <PagePart />
            ) : view.awaits ? (
              <Waiting />
            ) : (
              <LazyPart load={later[id]} />
            ))}
        </div>
      ))}
    </>
  );
}
