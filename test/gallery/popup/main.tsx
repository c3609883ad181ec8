import { render } from 'preact';
import { placeFrom } from '../../../src/popup/place.ts';
import { Popup } from '../../../src/popup/popup.tsx';
import { sampleConnection } from '../connection.ts';
import { nowOf, sampleNamed } from './samples.ts';

const name = new URL(location.href).searchParams.get('sample') ?? '';
let attempts = 0;

let doneSteps: readonly string[] = [];

const connection = sampleConnection({
  'mark-steps': ({ steps, isDone }) => {
    doneSteps = [...doneSteps.filter((step) => !steps.includes(step)), ...(isDone ? steps : [])];
    return null;
  },
  'popup-view': () => {
    attempts += 1;
    if (name === 'failing' && attempts === 1) throw new Error('The background worker did not answer.');
    return name === 'waiting' ? new Promise(() => undefined) : { ...sampleNamed(name), doneSteps };
  },
});

const root = document.getElementById('root');
if (root) render(<Popup connection={connection} place={placeFrom(new URL(location.href))} now={() => nowOf(name)} />, root);
