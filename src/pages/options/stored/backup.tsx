// Exports, imports and resets settings.
import type { ImportedSettings } from '../../../core/view/options.ts';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { maxFileCharacters } from '../../../core/settings/settings-file.ts';
import type { SettingName } from '../../../core/settings/settings.ts';
import { failureText } from '../../shared/text.ts';
import { FaultLine } from '../../shared/controls/fault-line.tsx';
import { Field } from '../../shared/controls/field.tsx';
import { usePage } from '../../shared/context.ts';
import { saveFile } from '../../shared/save-file.ts';
import { nameKeys, type SectionProps } from '../section.tsx';
import { Reset } from './reset.tsx';

/** Not named after the vendor: such a download would be held. */
const fileName = 'ban-advisory-settings.json';

export function Backup({ view, show }: SectionProps): VNode {
  const { t, connection } = usePage();
  const [loaded, setLoaded] = useState<ImportedSettings | null>(null);
  const [error, setError] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const attempt = async (what: () => Promise<void>) => {
    setError('');
    try {
      await what();
    } catch (cause) {
      setError(t('failedBecause', failureText(cause, t)));
    }
  };
  const save = () =>
    attempt(async () =>
      saveFile(fileName, 'application/json', await connection.request('settings-file', {})),
    );
  const load = (file: File) =>
    attempt(async () => {
      setLoaded(null);
      // Text never has more characters than bytes.
      const outcome: ImportedSettings =
        file.size > maxFileCharacters
          ? { refused: 'too-long' }
          : await connection.request('load-settings', { text: await file.text() });
      if ('view' in outcome) await show(outcome.view);
      setLoaded(outcome);
    });

  const refused =
    loaded && 'refused' in loaded
      ? t(`optionsFileRefused_${loaded.refused.replaceAll('-', '_')}`)
      : '';
  return (
    <>
      <p>{t('optionsFileText')}</p>
      <button type="button" class="button" onClick={() => void save()}>
        {t('optionsFileSave')}
      </button>
      <Field
        id="settings-file"
        isGroup
        label={t('optionsFileLoad')}
        hint={t('optionsFileLoadHint')}
        state={refused || error ? { error: refused || error } : {}}
      >
        {/* The browser's own file button uses the browser's language, which may differ from ours. */}
        <button
          type="button"
          class="button"
          id="settings-file"
          onClick={() => input.current?.click()}
        >
          {t('optionsFileChoose')}
        </button>
        <input
          type="file"
          hidden
          ref={input}
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void load(file);
            // Allows choosing the same file again.
            currentTarget.value = '';
          }}
        />
      </Field>
      <div role="status">{loaded && 'view' in loaded && <Loaded loaded={loaded} />}</div>
      <Reset view={view} show={show} />
    </>
  );
}

function Loaded({
  loaded: { loaded, locked, faults },
}: {
  readonly loaded: Extract<ImportedSettings, { view: unknown }>;
}): VNode {
  const { t, language } = usePage();
  const named = (names: readonly string[]) =>
    new Intl.ListFormat(language).format(
      names.map((name) => (name in nameKeys ? t(nameKeys[name as SettingName]) : name)),
    );
  return (
    <div class="result">
      <p>
        {loaded.length > 0 ? t('optionsFileLoaded', named(loaded)) : t('optionsFileLoadedNothing')}
      </p>
      {locked.length > 0 && <p>{t('optionsFileLocked', named(locked))}</p>}
      {faults.length > 0 && (
        <>
          <p>{t('optionsFileFaults')}</p>
          <ul class="plain-words">
            {faults.map((fault) => (
              <li key={fault.path}>
                <FaultLine fault={fault} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
