// The summary for a ticket: to be read, copied or printed. Nothing is sent from here.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Breakable } from '../../shared/breakable.tsx';
import { usePage } from '../../shared/context.ts';
import { usePopup } from '../context.ts';
import { PrintWay } from './print-way.tsx';
import { summarySections, summaryText } from './summary.ts';

export function SummaryPanel(): VNode {
  const { t, language, connection } = usePage();
  const { view, now } = usePopup();
  const [said, setSaid] = useState('');
  const text = useRef<HTMLDivElement>(null);
  const title = t('popupTicketTitle');
  const sections = summarySections(view, now, language, t);
  useEffect(() => text.current?.focus(), []);
  const copy = async () => {
    try {
      await connection.copy(summaryText(title, sections));
      setSaid(t('popupTicketCopied'));
    } catch {
      // Where the clipboard is not to be had, the text is ready to be copied by hand.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setSaid(t('popupTicketCopyYourself'));
    }
  };
  return (
    <section class="part ticket" aria-labelledby="ticket-title">
      <div class="line">
        <button type="button" class="button primary" onClick={() => void copy()}>
          {t('popupTicketCopy')}
        </button>
        <PrintWay to="ticket" />
      </div>
      <p class="hint" role="status">
        {said}
      </p>
      <div ref={text} tabIndex={-1} class="sheet">
        <h2 id="ticket-title">{title}</h2>
        {sections.map(({ heading, lines }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <ul class="statements">
              {lines.map(({ text, address }) => (
                <li key={address ?? text}>
                  {text}
                  {address && (
                    <bdi class="ticket-address" dir="ltr">
                      <Breakable text={address} />
                    </bdi>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
