// Shown once after installation unless policy forbids it: what it does, what it doesn't, and one
// question.
import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { OptionsView } from '../../core/view/options.ts';
import { EverySite, useIsEverySiteSet } from '../shared/controls/every-site.tsx';
import { LivePage } from '../shared/frame/live-page.tsx';
import { usePage, type ExtensionClient } from '../shared/context.ts';
import { Traces } from '../shared/traces/traces.tsx';
import { Symbol } from '../shared/symbol.tsx';
import { Where } from './where.tsx';

interface Props {
  readonly connection: ExtensionClient;
  readonly timeZone: string;
}

export function WelcomePage({ connection, timeZone }: Props): VNode {
  const load = useCallback(() => connection.request('options-view', {}), [connection]);
  return (
    <LivePage connection={connection} load={load}>
      {(view, show) => <Welcome view={view} show={show} timeZone={timeZone} />}
    </LivePage>
  );
}

const does = ['Notice', 'Hold', 'Explain'] as const;
const doesNot = ['Sites', 'Send', 'History'] as const;

interface WelcomeProps {
  readonly view: OptionsView;
  readonly show: (view: OptionsView) => Promise<void>;
  readonly timeZone: string;
}

function Welcome({ view, show, timeZone }: WelcomeProps): VNode {
  const { t } = usePage();
  const order = view.policy?.everySite ?? null;
  const isEverySiteSet = useIsEverySiteSet(order);
  return (
    <>
      <h1>{t('welcomeTitle')}</h1>
      <p class="lead">{t('welcomeLead')}</p>
      <div class="two">
        <section class="panel" aria-labelledby="does">
          <h2 id="does">{t('welcomeDoes')}</h2>
          <ul class="signed">
            {does.map((one) => (
              <li key={one}>
                <Symbol name="done" />
                <span>{t(`welcomeDoes_${one}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="panel" aria-labelledby="does-not">
          <h2 id="does-not">{t('welcomeDoesNot')}</h2>
          <ul class="signed not">
            {doesNot
              .filter((one) => one !== 'Sites' || !isEverySiteSet)
              .map((one) => (
                <li key={one}>
                  <Symbol name="lost" />
                  <span>{t(`welcomeDoesNot_${one}`)}</span>
                </li>
              ))}
          </ul>
        </section>
      </div>
      <section class="panel" aria-labelledby="where">
        <h2 id="where">{t('welcomeWhere')}</h2>
        <Where view={view} show={show} timeZone={timeZone} />
      </section>
      <section class="panel" aria-labelledby="more">
        <h2 id="more">{t('welcomeMore')}</h2>
        <EverySite order={order} organization={view.policy?.organizationName ?? ''} />
      </section>
      <section class="panel" aria-labelledby="traces">
        <h2 id="traces">{t('tracesTitle')}</h2>
        <Traces view={view.traces} organization={view.policy?.organizationName ?? ''} />
      </section>
      <nav class="ways" aria-label={t('welcomeOn')}>
        <a class="button primary" href="../popup/index.html#ban">
          {t('welcomeBan')}
        </a>
        <a class="button" href="../popup/index.html#me">
          {t('welcomeMe')}
        </a>
        <a class="button quiet" href="../options/index.html">
          {t('welcomeSettings')}
        </a>
      </nav>
      <p class="hint">{t('welcomeIcon')}</p>
    </>
  );
}
