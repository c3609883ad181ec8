import { exhibit } from './studio/exhibition.ts';

exhibit('firefox');
