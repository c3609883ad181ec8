import { exhibit } from './studio/exhibition.ts';

exhibit('chromium');
