import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { EverySite } from '../shared/controls/every-site.tsx';
import { Troubles } from '../shared/frame/troubles.tsx';
import { LivePage } from '../shared/frame/live-page.tsx';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { Traces } from '../shared/traces/traces.tsx';
import { AdvisoryState } from './advisory/advisory-state.tsx';
import { Backup } from './stored/backup.tsx';
import { Exceptions } from './exceptions/exceptions.tsx';
import { Language } from './language.tsx';
import { Mistake } from './tester/mistake.tsx';
import { Places } from './places.tsx';
import { PolicySummary } from './policy-summary.tsx';
import { Repairs } from './stored/repairs.tsx';
import { Reports } from './reports.tsx';
import type { SectionProps } from './section.tsx';
import { Snoozes } from './exceptions/snoozes.tsx';
import { Tester } from './tester/tester.tsx';
import { Warnings } from './warnings.tsx';

export function OptionsPage({ connection }: { readonly connection: ExtensionClient }): VNode {
  const load = useCallback(() => connection.request('options-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {(view, show) => <Options view={view} show={show} />}
    </LivePage>
  );
}

const sections = [
  'warnings',
  'traces',
  'exceptions',
  'places',
  'snoozes',
  'language',
  'advisory',
  'policy',
  'tester',
  'mistake',
  'backup',
  'privacy',
] as const;

function Section({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ComponentChildren;
}): VNode {
  const { t } = usePage();
  return (
    <section class="panel" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(`optionsSection_${id}`)}</h2>
      {children}
    </section>
  );
}

function Options({ view, show }: SectionProps): VNode {
  const { t } = usePage();
  useEffect(() => {
    document.title = `${t('optionsTitle')} - ${t('extensionName')}`;
  }, [t]);
  const props = { view, show };
  return (
    <>
      <h1 tabIndex={-1}>{t('optionsTitle')}</h1>
      <p class="lead">{t('optionsLead')}</p>
      <Troubles troubles={view.troubles} />
      {view.repairs.length > 0 && <Repairs {...props} />}
      <div class="with-contents">
        <nav class="contents" aria-label={t('optionsContents')}>
          <ul>
            {sections.map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`optionsSection_${id}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="sections">
          <Section id="warnings">
            <Warnings {...props} />
            <EverySite
              order={view.policy?.everySite ?? null}
              organization={view.policy?.organizationName ?? ''}
            />
          </Section>
          <Section id="traces">
            <Traces view={view.traces} organization={view.policy?.organizationName ?? ''} />
          </Section>
          <Section id="exceptions">
            <Exceptions {...props} />
          </Section>
          <Section id="places">
            <Places {...props} />
          </Section>
          <Section id="snoozes">
            <Snoozes {...props} />
          </Section>
          <Section id="language">
            <Language {...props} />
          </Section>
          <Section id="advisory">
            <AdvisoryState {...props} />
          </Section>
          <Section id="policy">
            <PolicySummary {...props} />
          </Section>
          <Section id="tester">
            <Tester {...props} />
          </Section>
          <Section id="mistake">
            <Mistake {...props} />
          </Section>
          <Section id="backup">
            <Backup {...props} />
          </Section>
          <Section id="privacy">
            <ul class="plain-words">
              {[
                'Local',
                view.reports ? 'Reported' : 'NoHistory',
                'Sites',
                'Stored',
                'Downloads',
              ].map((part) => (
                <li key={part}>{t(`optionsPrivacy${part}`)}</li>
              ))}
            </ul>
            {view.reports && <Reports reports={view.reports} />}
          </Section>
        </div>
      </div>
    </>
  );
}
