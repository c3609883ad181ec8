/** What a person says of a held download or link. */
export type GivenAnswer = 'cancel' | 'keep';
