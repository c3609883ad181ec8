/** A person's answer about a held download or link. */
export type GivenAnswer = 'cancel' | 'keep';
