import { expect, it } from 'vitest';
import { firstFitting } from '../../../../src/core/advisory/applicability.ts';

const rows = [
  { id: 'us-shop', places: ['us'], roles: ['shop'], products: null },
  { id: 'us', places: ['us'], roles: null, products: null },
  { id: 'training', places: null, roles: null, products: ['training'] },
];

it('answers with the first row that fits all three choices', () => {
  expect(firstFitting(rows, { place: 'us', role: 'shop', product: 'training' })?.id).toBe(
    'us-shop',
  );
  expect(firstFitting(rows, { place: 'us', role: 'home', product: 'training' })?.id).toBe('us');
  expect(firstFitting(rows, { place: 'eu', role: 'shop', product: 'training' })?.id).toBe(
    'training',
  );
});

it('gives no answer where no row fits', () => {
  expect(firstFitting(rows, { place: 'eu', role: 'shop', product: 'antivirus' })).toBeUndefined();
});
