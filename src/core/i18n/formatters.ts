// Cached Intl formatters: making one takes longer than using it a hundred times.
const made = new Map<string, unknown>();

function once<Formatter>(
  kind: string,
  language: string,
  options: object,
  make: () => Formatter,
): Formatter {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const known = made.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

/** Throws a RangeError if the engine doesn't know the time zone. */
export function dateFormat(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  // Not cached: the reader's own time zone may change.
  return options.timeZone === undefined
    ? new Intl.DateTimeFormat(language, options)
    : once('date', language, options, () => new Intl.DateTimeFormat(language, options));
}

export function numberFormat(
  language: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return once('number', language, options, () => new Intl.NumberFormat(language, options));
}

export function listFormat(language: string, options: Intl.ListFormatOptions): Intl.ListFormat {
  return once('list', language, options, () => new Intl.ListFormat(language, options));
}

export function relativeTimeFormat(
  language: string,
  options: Intl.RelativeTimeFormatOptions,
): Intl.RelativeTimeFormat {
  return once('relative', language, options, () => new Intl.RelativeTimeFormat(language, options));
}
