// Finds where a link leads if its URL passes through a redirector, which has the target in its own
// URL.

const maxDepth = 3;
const maxLength = 8192;
const maxTargets = 8;

function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}

/** Some redirectors write the target in base64, with a letter or two before it. */
function decodedAddress(text: string): string | null {
  for (const start of [0, 1, 2]) {
    const code = text.slice(start).replaceAll('-', '+').replaceAll('_', '/');
    if (!code.startsWith('aHR0c') || !/^[A-Za-z0-9+/]+={0,2}$/.test(code)) continue;
    try {
      return webAddress(atob(code));
    } catch {
      return null; // Letters of base64 that are none.
    }
  }
  return null;
}

/** Proofpoint's second form: `-` for `%`, `_` for `/`, as in `https-3A__www.example.com_page`. */
function unwrittenAddress(text: string): string | null {
  if (!/^https?-3a__/i.test(text)) return null;
  const escaped = text.replaceAll('_', '/').replaceAll(/-(?=[0-9a-f]{2})/gi, '%');
  try {
    return webAddress(decodeURIComponent(escaped));
  } catch {
    return null; // No UTF-8 in percent-encoding.
  }
}

/** URLs inside this one: in a parameter with one of the names, or as the rest of the path. */
function targetsIn(address: URL, parameters: ReadonlySet<string>): string[] {
  const targets: string[] = [];
  for (const [name, value] of address.searchParams) {
    if (!parameters.has(name.toLowerCase())) continue;
    const target = webAddress(value) ?? decodedAddress(value) ?? unwrittenAddress(value);
    if (target) targets.push(target);
  }
  // Proofpoint's third form is `/v3/__https://www.example.com/page__;…`.
  const path = `${address.pathname}${address.search}`;
  const inPath = /\/(?:__(?=.*__;))?(https?:\/\/?.+?)(?:__;.*)?$/i.exec(path)?.[1];
  // Servers fold the two slashes into one.
  const target =
    inPath === undefined ? null : webAddress(inPath.replace(/^(https?):\/(?!\/)/i, '$1://'));
  if (target) targets.push(target);
  return targets;
}

/**
 * The URL itself and those inside it, recursively, outermost first. `parameters` are the lower-case
 * names, from the advisory, under which redirectors carry their target.
 */
export function linkTargets(url: string, parameters: ReadonlySet<string>): readonly string[] {
  const found = [url];
  let last = [url];
  for (let depth = 0; depth < maxDepth && last.length > 0; depth += 1) {
    const inside = last.flatMap((one) =>
      one.length <= maxLength && URL.canParse(one) ? targetsIn(new URL(one), parameters) : [],
    );
    last = inside.filter((one) => !found.includes(one)).slice(0, maxTargets);
    found.push(...last);
  }
  return found.slice(0, maxTargets);
}
