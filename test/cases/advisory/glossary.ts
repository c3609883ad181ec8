// One term for one thing, in both languages of everything a person reads. docs/glossary.md is this table for people.

interface Words<Value> {
  readonly en: Value;
  readonly es: Value;
}

export interface Term extends Words<string> {
  readonly means: string;
  /** Other words for the same thing. */
  readonly never: Words<RegExp>;
  /** Sentences with such a word. */
  readonly wrong: Words<string>;
  /** Refused in the advisory's texts too, not in the interface's strings alone. */
  readonly isInAdvisory?: true;
  /** Where the advisory may use a word of `never` for something else, such as another company's product. */
  readonly neverInAdvisory?: Words<RegExp>;
  /** Keys and places where such a word means something else. */
  readonly except?: RegExp;
}

export const glossary: readonly Term[] = [
  {
    en: 'advisory',
    es: 'guía',
    means:
      'The signed document with every fact, date, rule, and step. The one thing with this name.',
    never: { en: /\b(?:guides?|bulletins?)\b/i, es: /\b(?:aviso informativo|bolet[ií]n)/i },
    wrong: { en: 'The guide may be out of date.', es: 'El boletín puede estar desactualizado.' },
  },
  {
    en: 'alternatives',
    es: 'alternativas',
    means: 'Other companies’ products, listed in alphabetical order and never ranked.',
    never: {
      en: /\b(?:substitutes?|replacement products?)\b/i,
      es: /\b(?:sustitutos?|reemplazos?)\b/i,
    },
    wrong: { en: 'See substitutes', es: 'Ver sustitutos' },
  },
  {
    en: 'antivirus',
    es: 'antivirus',
    means: 'Software that protects against malware. “Anti-Virus” only in names.',
    never: { en: /\banti-virus\b/, es: /\banti-virus\b/ },
    wrong: { en: 'Its anti-virus software', es: 'Su software anti-virus' },
    isInAdvisory: true,
  },
  {
    en: 'block',
    es: 'bloquear',
    means:
      'What an organization’s policy does to a page or a download. A person’s own “no” is a cancel.',
    never: {
      en: /\b(?:stopped|banned|forbidden|denied) by (?:your organization|policy|\$1)/i,
      es: /\b(?:detenid|prohibid|denegad)[oa]s? (?:por|mediante)/i,
    },
    wrong: {
      en: 'This was stopped by policy.',
      es: 'La descarga fue detenida mediante una directiva.',
    },
    isInAdvisory: true,
  },
  {
    en: 'check',
    es: 'revisar',
    means:
      'Comparing an address, a title, or a file name with the advisory’s rules, on this computer.',
    never: {
      en: /\b(?:judged?|judging|evaluated?|assess(?:ed)?|analy[sz]ed?|inspect(?:ed)?)\b/i,
      es: /\b(?:juzga|evalúa|evaluad|evaluar|analiza|comprueb|comproba|inspeccion)/i,
    },
    wrong: {
      en: 'Downloads are judged by their name.',
      es: 'Las descargas se evalúan por su nombre.',
    },
  },
  {
    en: 'countries and states',
    es: 'países y estados',
    means:
      'Where a measure applies. An administrator calls them jurisdictions, as the policy key does.',
    never: { en: /\bplaces?\b/i, es: /(?<!en |en su |ningún |Otro )\blugar(?:es)?\b/i },
    wrong: { en: 'Countries and places that concern you', es: 'Países y lugares' },
  },
  {
    en: 'covered by the ban',
    es: 'incluido en la prohibición',
    means: 'What the ban is about. The software itself is not banned: selling and updating it is.',
    never: {
      en: /\bbanned (?:software|products?|apps?|downloads?|listings?)\b|\bfalls? under the ban\b|\bprohibited (?:software|products?)\b/i,
      es: /\b(?:software|productos?|descargas?|ofertas?) prohibid[oa]s?\b|\b(?:ofrece|anuncia|vende) [^.]*está prohibid[oa]|\bque esté prohibido\b/i,
    },
    wrong: {
      en: 'This page offers the banned software',
      es: 'Lo que se ofrece aquí está prohibido.',
    },
    isInAdvisory: true,
  },
  {
    en: 'Expires',
    es: 'Vence',
    means: 'The end of an advisory’s, a signature’s, or a key’s time.',
    never: { en: /\blapse[ds]?\b|^Valid until\b/i, es: /\bcaduc/i },
    wrong: { en: 'Valid until $1', es: 'Caduca el $1' },
    isInAdvisory: true,
  },
  {
    en: 'feed',
    es: 'canal',
    means: 'The address that newer advisories come from.',
    never: { en: /\b(?:update )?channels?\b/i, es: /\b(?:feed|fuente de actualizaciones)\b/ },
    wrong: { en: 'Your organization’s channel', es: 'El feed de su organización' },
    isInAdvisory: true,
  },
  {
    en: 'Final Determination',
    es: 'Determinación final',
    means: 'The document that is the ban, by its legal name.',
    never: { en: /\bfinal decision\b/i, es: /\bdecisión final\b/i },
    wrong: { en: 'The final decision was published.', es: 'Se publicó la Decisión final.' },
    isInAdvisory: true,
  },
  {
    en: 'hide',
    es: 'ocultar',
    means: 'No warnings on a site for some days. The end date is always said.',
    never: { en: /\b(?:snooz\w*|silenc\w*|mut(?:e|ed|ing))\b/i, es: /silenci|pospon|pospuest/i },
    wrong: { en: 'No site is silenced.', es: 'Sitios silenciados' },
    isInAdvisory: true,
  },
  {
    en: 'hint, notice, warning',
    es: 'indicación, aviso, advertencia',
    means: 'What a page shows, from quiet to firm. In general, and in settings: warnings.',
    never: { en: /\balerts?\b|\bnotifications?\b/i, es: /\balertas?\b|\bnotificaci/i },
    wrong: { en: 'Alerts are shown again.', es: 'Se muestran alertas.' },
    isInAdvisory: true,
  },
  {
    en: 'hold',
    es: 'retener',
    means: 'Pausing a download, or keeping a link from opening, until the person answers.',
    never: { en: /\bon hold\b|\bquarantin/i, es: /\ben pausa\b|\bcuarentena\b/i },
    wrong: { en: 'The download is on hold.', es: 'La descarga está en pausa.' },
    isInAdvisory: true,
  },
  {
    en: 'icon',
    es: 'ícono',
    means: 'The extension’s button in the toolbar, which opens the popup.',
    never: { en: /\blogo\b/i, es: /\biconos?\b|\blogotipo/i },
    wrong: { en: 'Click the logo', es: 'Haga clic en el icono' },
    isInAdvisory: true,
  },
  {
    en: 'Kaspersky',
    es: 'Kaspersky',
    means:
      'The company. Not “the vendor”, and “the company” only where a sentence has just named it.',
    never: { en: /\bvendors?\b/i, es: /\bfabricantes?\b|\bproveedor(?:es|a)?\b/i },
    wrong: { en: 'The vendor’s own site', es: 'El sitio del propio fabricante' },
    isInAdvisory: true,
    neverInAdvisory: { en: /\bvendors?\b/i, es: /\b(?:el|del) (?:propio )?fabricante\b/i },
  },
  {
    en: 'mandatory',
    es: 'obligatorio',
    means: 'A policy value that people can’t change. One that they can change is a default.',
    never: {
      en: /\b(?:is|are|as|an) orders?\b|\bordered\b/i,
      es: /\bórdenes\b|\buna orden\b|\bordena\b/i,
    },
    wrong: { en: 'It can only be an order, not a default.', es: 'Solo puede ser una orden.' },
  },
  {
    en: 'must not, can’t, isn’t allowed to',
    es: 'no puede',
    means: 'A prohibition. “May not” can be read as “might not”.',
    never: { en: /\bmay not\b/i, es: /\bpuede no (?:vender|actualizar|usar|comprar)/i },
    wrong: { en: 'Shops may not resell it.', es: 'Kaspersky puede no vender aquí.' },
    isInAdvisory: true,
  },
  {
    en: 'removal steps',
    es: 'pasos de desinstalación',
    means: 'How to uninstall Kaspersky software, in order, with a box to check at each step.',
    never: {
      en: /\b(?:removal|uninstall) (?:guides?|instructions)\b/i,
      es: /\bquitarl[oa]s?\b|\bpasos de eliminación\b/i,
    },
    wrong: { en: 'A removal guide', es: 'Pasos para quitarlo' },
    isInAdvisory: true,
  },
  {
    en: 'site',
    es: 'sitio',
    means:
      'A host name and its subdomains, as people see them. Administrators read “host” in policy texts.',
    never: { en: /\b(?:hosts?|domains?)\b/i, es: /\b(?:hosts?|dominios?)\b/i },
    wrong: { en: 'This host is an exception.', es: 'Este dominio es una excepción.' },
    except: /^(?:policy|fault_)/,
  },
  {
    en: 'skip',
    es: 'omitir',
    means: 'Leaving out an entry that can’t be used, while the others are used.',
    never: { en: /\b(?:dropped|discarded|left aside)\b/i, es: /\bdescart/i },
    wrong: { en: '2 entries were dropped.', es: 'Se descartaron 2 entradas.' },
    except: /^(?:reportDropped|question\w+_gone)$/,
  },
  {
    en: 'test',
    es: 'probar',
    means: 'Trying an address, a file name, or a policy, with nothing applied.',
    never: { en: /\btry (?:it|an|a policy)\b/i, es: /\bensay/i },
    wrong: { en: 'Try a policy', es: 'Ensayar una directiva' },
    isInAdvisory: true,
  },
  {
    en: 'turn on, turn off',
    es: 'activar, desactivar',
    means: 'What one does to a setting.',
    never: {
      en: /\b(?:switch(?:ed|es)?|enabled?|disabled?)\b/i,
      es: /\b(?:encend|apag|habilit|deshabilit|prend)/i,
    },
    wrong: { en: 'Updates are switched off.', es: 'Se deshabilitó la búsqueda.' },
    // From one product to another, as the authority's own release says it.
    except: /^popup(?:Part_switch|Switch|PlanTitle)/,
  },
  {
    en: 'U.S. person',
    es: 'persona estadounidense',
    means: 'Whom the ban protects, by its legal name.',
    never: { en: /\bAmerican persons?\b/i, es: /\bpersonas? de EE\.\s?UU\./i },
    wrong: { en: 'American persons', es: 'Con personas de EE. UU.' },
    isInAdvisory: true,
  },
  {
    en: 'watch',
    es: 'vigilar',
    means:
      'Running on a site’s pages. Downloads are checked everywhere; pages only on watched sites.',
    never: { en: /\b(?:monitor(?:s|ed|ing)?|track(?:s|ed|ing)?)\b/i, es: /\b(?:monitor|rastre)/i },
    wrong: { en: 'Every site is monitored.', es: 'Se monitorean los sitios.' },
    isInAdvisory: true,
  },
];
