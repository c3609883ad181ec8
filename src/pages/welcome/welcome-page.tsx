// Shown once after the installation, and never where policy says so: what it does, what it doesn't, and one question.
import type { VNode } from 'preact';
import { useCallback } from 'preact/hooks';
import type { OptionsView } from '../../core/view/options.ts';
import { EverySite, useIsEverySiteSet } from '../shared/every-site.tsx';
import { LivePage } from '../shared/live-page.tsx';
import { useSurroundings, type PageConnection } from '../shared/context.ts';
import { Symbol } from '../shared/symbol.tsx';
import { Where } from './where.tsx';

interface Props {
  readonly connection: PageConnection;
  readonly timeZone: string;
}

export function WelcomePage({ connection, timeZone }: Props): VNode {
  const load = useCallback(() => connection.ask('options-view', {}), [connection]);
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
  const { say } = useSurroundings();
  const order = view.policy?.everySite ?? null;
  const isEverySiteSet = useIsEverySiteSet(order);
  return (
    <>
      <h1>{say('welcomeTitle')}</h1>
      <p class="lead">{say('welcomeLead')}</p>
      <div class="two">
        <section class="panel" aria-labelledby="does">
          <h2 id="does">{say('welcomeDoes')}</h2>
          <ul class="signed">{does.map((one) => <li key={one}><Symbol name="done" /><span>{say(`welcomeDoes_${one}`)}</span></li>)}</ul>
        </section>
        <section class="panel" aria-labelledby="does-not">
          <h2 id="does-not">{say('welcomeDoesNot')}</h2>
          <ul class="signed not">{doesNot.filter((one) => one !== 'Sites' || !isEverySiteSet).map((one) => <li key={one}><Symbol name="lost" /><span>{say(`welcomeDoesNot_${one}`)}</span></li>)}</ul>
        </section>
      </div>
      <section class="panel" aria-labelledby="where">
        <h2 id="where">{say('welcomeWhere')}</h2>
        <Where view={view} show={show} timeZone={timeZone} />
      </section>
      <section class="panel" aria-labelledby="more">
        <h2 id="more">{say('welcomeMore')}</h2>
        <EverySite order={order} organisation={view.policy?.organisationName ?? ''} />
      </section>
      <nav class="ways" aria-label={say('welcomeOn')}>
        <a class="button primary" href="../popup/index.html#ban">{say('welcomeBan')}</a>
        <a class="button" href="../popup/index.html#me">{say('welcomeMe')}</a>
        <a class="button quiet" href="../options/index.html">{say('welcomeSettings')}</a>
      </nav>
      <p class="hint">{say('welcomeIcon')}</p>
    </>
  );
}
