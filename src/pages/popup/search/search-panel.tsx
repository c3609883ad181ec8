// Search across everything that the popup holds, as one types; each hit leads to its place.
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { tCount } from '../../shared/text.ts';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { excerpt, marked, type Piece } from './excerpt.ts';
import { finder, type Hit } from './find.ts';
import { searchEntries } from './search-entries.ts';

export function SearchPanel(): VNode {
  const { t, language } = usePage();
  const { view, wanted: handedOver } = usePopup();
  const [wanted, setWanted] = useState(handedOver);
  const input = useRef<HTMLInputElement>(null);
  const find = useMemo(() => finder(searchEntries(view, t), language), [view, t, language]);
  const hits = wanted.trim() === '' ? [] : find(wanted);

  useEffect(() => input.current?.focus(), []);

  return (
    <search class="part">
      <h2 class="only-read">{t('popupSearch')}</h2>
      <div class="field">
        <label for="search">{t('popupSearchLabel')}</label>
        <input
          ref={input}
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </div>
      <p class="hint" role="status">
        {wanted.trim() === ''
          ? t('popupSearchHint')
          : hits.length === 0
            ? t('popupSearchNothing')
            : tCount(t, language, 'popupHits', hits.length)}
      </p>
      <ul class="hits">
        {hits.map((hit) => (
          <li key={hit.entry.id}>
            <HitLink hit={hit} />
          </li>
        ))}
      </ul>
    </search>
  );
}

function HitLink({ hit: { entry, words } }: { readonly hit: Hit }): VNode {
  const { t, language } = usePage();
  const { show } = usePopup();
  return (
    <button type="button" class="hit" onClick={() => show(entry.part, entry.anchor)}>
      <span class="hit-part">{t(`popupPart_${entry.part}`)}</span>
      <strong>
        <Pieces pieces={marked(entry.title, words, language)} />
      </strong>
      <span>
        <Pieces pieces={excerpt(entry.text, words, language)} />
      </span>
    </button>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): VNode {
  return <>{pieces.map(({ text, isHit }) => (isHit ? <mark>{text}</mark> : text))}</>;
}
