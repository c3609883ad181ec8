/** Result of an operation that may fail in expected ways. Exceptions are for bugs. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** One problem in an input: its path, such as `deadlines.3.at`, and a message. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

export function success<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function failure<Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error };
}
