// The tabs. Only "Now" comes with the first screen; the others are loaded when idle, or when asked
// for.
import type { ComponentType, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { LazyPart, Waiting } from './lazy-part.tsx';
import { NowPart } from '../now/now-part.tsx';
import { partsOfPlace, placeOf, places, type Part, type Place } from '../route.ts';

export type LoadPart = () => Promise<ComponentType>;

const later: Readonly<Record<Exclude<Part, 'now'>, LoadPart>> = {
  switch: async () => (await import('../switch/switch-part.tsx')).SwitchPart,
  ban: async () => (await import('../ban/ban-part.tsx')).BanPart,
  dates: async () => (await import('../ban/dates/dates-part.tsx')).DatesPart,
  me: async () => (await import('../ban/applies/applies-part.tsx')).AppliesPart,
  facts: async () => (await import('../ban/facts/facts-part.tsx')).FactsPart,
  questions: async () => (await import('../questions/questions-part.tsx')).QuestionsPart,
};

export function Parts({ part }: { readonly part: Part }): VNode {
  const { t } = usePage();
  const { show } = usePopup();
  const tabs = useRef(new Map<Place, HTMLButtonElement>());
  const bar = useRef<HTMLDivElement>(null);
  const here = placeOf(part);
  // Once shown, a part stays mounted, with everything typed and chosen in it, so that people find
  // it as they left it.
  const [seen, setSeen] = useState<ReadonlySet<Part>>(new Set([part]));
  if (!seen.has(part)) setSeen(new Set([...seen, part]));
  const left = useRef(new Map<Place, Part>());
  left.current.set(here, part);

  // The rest is fetched once the first screen stands; what fails here is said where it is asked
  // for.
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

  const open = (place: Place) => show(left.current.get(place) ?? partsOfPlace[place][0] ?? 'now');
  const moveBy = (event: KeyboardEvent) => {
    const index = places.indexOf(here);
    const isRtl = document.documentElement.dir === 'rtl';
    const steps: Partial<Record<string, number>> = {
      ArrowRight: index + (isRtl ? -1 : 1),
      ArrowLeft: index + (isRtl ? 1 : -1),
      Home: 0,
      End: places.length - 1,
    };
    const next = steps[event.key];
    const target = next === undefined ? undefined : places.at(next % places.length);
    if (!target) return;
    event.preventDefault();
    open(target);
    tabs.current.get(target)?.focus();
  };

  return (
    <>
      <div class="tabs" role="tablist" aria-label={t('popupParts')} ref={bar} onKeyDown={moveBy}>
        {places.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === here}
            aria-controls={`panel-${id}`}
            tabIndex={id === here ? 0 : -1}
            ref={(element) =>
              void (element ? tabs.current.set(id, element) : tabs.current.delete(id))
            }
            onClick={() => open(id)}
          >
            {t(`popupPart_${id}`)}
          </button>
        ))}
      </div>
      {places.map((id) => (
        <div
          key={id}
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
          hidden={id !== here}
        >
          <PartsOfPlace place={id} part={part} seen={seen} />
        </div>
      ))}
    </>
  );
}

function PartsOfPlace({
  place,
  part,
  seen,
}: {
  readonly place: Place;
  readonly part: Part;
  readonly seen: ReadonlySet<Part>;
}): VNode {
  const { t } = usePage();
  const { view, show } = usePopup();
  const own = partsOfPlace[place];
  return (
    <>
      {own.length > 1 && (
        <nav class="sides" aria-label={t(`popupPart_${place}`)}>
          {own.map((id) => (
            <button
              key={id}
              type="button"
              aria-current={id === part ? 'page' : undefined}
              onClick={() => show(id)}
            >
              {t(`popupSide_${id}`)}
            </button>
          ))}
        </nav>
      )}
      {own.map((id) => (
        <div key={id} class="part" id={`part-${id}`} hidden={id !== part}>
          {seen.has(id) &&
            (id === 'now' ? (
              <NowPart />
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
