import { exhibit } from './harness/suite.ts';

exhibit('firefox');
