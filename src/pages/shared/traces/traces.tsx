// "Look for leftovers": what is looked at and what not, the press that asks for it, and what was found.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Area } from '../../../core/traces/areas.ts';
import type { TracesView } from '../../../core/traces/view.ts';
import { usePage } from '../context.ts';
import { Symbol } from '../symbol.tsx';
import { TraceFindings, type RenderSources } from './trace-findings.tsx';
import { TraceWatch } from './trace-watch.tsx';

interface Props {
  readonly view: TracesView;
  /** Of the organization; empty where policy names none. */
  readonly organization: string;
  readonly sources?: RenderSources | undefined;
}

export function Traces({ view, organization, sources }: Props): VNode {
  const { t } = usePage();
  const lines = [
    'tracesLooks',
    'tracesLooksNot',
    view.order === 'on' ? 'tracesSendsOrdered' : 'tracesSends',
  ];
  return (
    <div class="traces">
      <TraceFindings view={view} sources={sources} />
      <ul class="plain-words">
        {lines.map((line) => (
          <li key={line}>{t(line, view.subject)}</li>
        ))}
      </ul>
      {(view.order === 'on' || view.order === 'off') && (
        <p class="locked">
          <Symbol name="lock" />
          {t(
            view.order === 'on' ? 'tracesOrdered' : 'tracesForbidden',
            organization || t('reportYourOrganization'),
          )}
        </p>
      )}
      {view.order === 'suggested' && (
        <p class="wish">{t('tracesWished', organization || t('reportYourOrganization'))}</p>
      )}
      {view.order !== 'off' && <TraceControls view={view} />}
    </div>
  );
}

type Asked = 'no' | 'asking' | 'refused';

/** The areas to look at, the press, and the switch for watching them. */
function TraceControls({ view }: { readonly view: TracesView }): VNode {
  const { t, connection } = usePage();
  const [unwanted, setUnwanted] = useState<readonly Area[]>([]);
  const [asked, setAsked] = useState<Asked>('no');
  const chosen = view.areas.map(({ id }) => id).filter((id) => !unwanted.includes(id));

  /** Within the click itself: browsers ask a person only then. The worker goes on even if this page closes over the question. */
  const start = async (name: 'look-for-traces' | 'watch-for-traces', areas: readonly Area[]) => {
    const answer = areas.length > 0 ? connection.traces.request(areas) : Promise.resolve(true);
    const told = connection.request(name, { areas: [...areas] });
    setAsked('asking');
    const [isGiven] = await Promise.all([answer.catch(() => false), told.catch(() => null)]);
    setAsked(isGiven ? 'no' : 'refused');
  };

  return (
    <>
      <fieldset class="trace-areas">
        <legend>{t('tracesAreas')}</legend>
        {view.areas.map(({ id, isAllowed }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                setUnwanted(checked ? unwanted.filter((one) => one !== id) : [...unwanted, id])
              }
            />
            <span>
              {t(`tracesArea_${id}`)}
              <span class="hint">{t(isAllowed ? 'tracesAllowed' : `tracesAreaAsks_${id}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="line">
        <button
          type="button"
          class="button"
          disabled={chosen.length === 0 || asked === 'asking'}
          onClick={() => void start('look-for-traces', chosen)}
        >
          {t('tracesLook')}
        </button>
        {view.findings.length > 0 && (
          <button
            type="button"
            class="link-button"
            onClick={() => void connection.request('forget-traces', {})}
          >
            {t('tracesForget')}
          </button>
        )}
      </div>
      <TraceStatus view={view} asked={asked} />
      {view.order !== 'on' && (
        <TraceWatch
          view={view}
          change={(isOn) => void start('watch-for-traces', isOn ? chosen : [])}
        />
      )}
    </>
  );
}

function TraceStatus({ view, asked }: { readonly view: TracesView; readonly asked: Asked }): VNode {
  const { t, language } = usePage();
  const time = (instant: string) =>
    new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(instant));
  const status =
    asked === 'asking'
      ? t('tracesAsking')
      : view.lookUntil !== null
        ? t('tracesLooking', time(view.lookUntil))
        : view.lookedAt !== null
          ? t('tracesLookedAt', view.lookedWhen)
          : '';
  return (
    <>
      <p class="hint" role="status">
        {status}
      </p>
      <p class="field-error" role="alert">
        {asked === 'refused' ? t('tracesRefused') : ''}
      </p>
    </>
  );
}
