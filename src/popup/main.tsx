import { render } from 'preact';
import { now } from '../platform/clock.ts';
import { pageConnection } from '../platform/page-connection.ts';
import { placeFrom } from './place.ts';
import { Popup } from './popup.tsx';

const root = document.getElementById('root');
if (root) render(<Popup connection={pageConnection} place={placeFrom(new URL(location.href))} now={now} />, root);
