// What others get wrong about the ban, in either language: a sentence that says it, the pattern
// that finds it in our texts, and where our own texts say what is right. Ids are those of the fact
// base, section "Mistakes to avoid".

type Language = 'en' | 'es';

export interface Trap {
  readonly id: string;
  /** Wrong sentences, each of which `never` finds. */
  readonly wrong: Readonly<Record<Language, readonly string[]>>;
  readonly never: Readonly<Record<Language, RegExp>>;
  /** Sentences with a "not" may match the pattern: they deny it. */
  readonly mayBeDenied?: true;
  /** Texts that name the mistake in order to correct it. */
  readonly except?: readonly string[];
  /** What the text at a place of the document must say. */
  readonly said: readonly (Readonly<Record<Language, RegExp>> & { readonly at: string })[];
}

export const traps: readonly Trap[] = [
  {
    id: 'x-seed-use',
    wrong: {
      en: [
        'The ban on the use of Kaspersky began in 2024.',
        'It is illegal to use Kaspersky in the U.S.',
        'Using it is banned.',
      ],
      es: [
        'La prohibición del uso de Kaspersky empezó en 2024.',
        'Es ilegal usar Kaspersky.',
        'Usarlo está prohibido.',
      ],
    },
    never: {
      en: /ban on (?:the )?us(?:e|ing)\b|illegal to use|\bus(?:e|ing) (?:it |the software )?is (?:banned|prohibited|illegal|forbidden)|(?:bans|prohibits|forbids) (?:the |private )?use\b/i,
      es: /prohibición (?:del uso|de usar)|ilegal usar|\b(?:usarlo|el uso(?: del software)?) está prohibid|prohíbe (?:el uso|usarlo)/i,
    },
    mayBeDenied: true,
    except: ['questions.is-it-illegal.question'],
    said: [
      {
        at: 'ban.headline.text',
        en: /does not punish people for using/,
        es: /no sanciona a quien usa/,
      },
      {
        at: 'ban.notProhibited.use.text',
        en: /face no legal penalties under the ban/,
        es: /no se exponen a sanciones legales por la prohibición/,
      },
      {
        at: 'questions.is-it-illegal.answer',
        en: /^No\. .*no legal penalties.*federal agencies/,
        es: /^No\. .*sanciones legales.*organismos federales/,
      },
      {
        at: 'notices.product-download.text',
        en: /does not punish people for using it/,
        es: /no sanciona a quien lo usa/,
      },
    ],
  },
  {
    id: 'x-seed-support',
    wrong: {
      en: ['Customers can continue to receive support until September 29.'],
      es: ['Los clientes pueden recibir soporte hasta el 29 de septiembre.'],
    },
    never: {
      en: /support (?:until|through|ends)|receive support/i,
      es: /soporte (?:hasta|termina)|recibir soporte/i,
    },
    said: [
      {
        at: 'ban.prohibited.updates.text',
        en: /signatures or of the software itself.*12:00 AM EDT on September 29, 2024.*September 28, was the last whole day/,
        es: /firmas antivirus ni del propio software.*00:00 \(EDT\) del 29 de septiembre de 2024.*28 de septiembre fue el último día entero/,
      },
      {
        at: 'questions.updates.answer',
        en: /several business products, it stopped on September 10/,
        es: /varios productos de empresa las suspendió el 10 de septiembre/,
      },
    ],
  },
  {
    id: 'x-seed-new',
    wrong: {
      en: ['No sales after July 20.', 'No sales after 20 July 2024.'],
      es: ['Sin ventas después del 20 de julio.'],
    },
    never: { en: /after (?:July 20|20 July)/i, es: /(?:después|tras) (?:del|el) 20 de julio/i },
    said: [
      {
        at: 'ban.prohibited.new-agreements.text',
        en: /from the start of July 20, 2024/,
        es: /desde el comienzo del 20 de julio de 2024/,
      },
      {
        at: 'deadlines.us-new-agreements.text',
        en: /The day itself is included/,
        es: /El propio día está incluido/,
      },
    ],
  },
  {
    id: 'x-seed-compliance',
    wrong: {
      en: [
        'Users must transition to ensure compliance.',
        'You must uninstall it by 29 September 2024.',
      ],
      es: [
        'Los usuarios deben cambiar para garantizar el cumplimiento.',
        'Debe desinstalarlo antes del 29 de septiembre de 2024.',
      ],
    },
    never: {
      en: /ensure compliance|to comply|\b(?:users|you|people|companies) (?:must|have to) (?:switch|transition|change|stop|uninstall|remove)/i,
      es: /garantizar el cumplimiento|para cumplir|\b(?:usted|usuarios|particulares|empresas) (?:debe|deben|tiene que|tienen que) (?:cambiar|dejar|desinstalar|quitar)|debe desinstalarlo/i,
    },
    said: [
      {
        at: 'ban.notProhibited.no-duty-to-remove.text',
        en: /does not order private users or ordinary companies to uninstall/,
        es: /no ordena a los particulares ni a las empresas en general desinstalar/,
      },
      {
        at: 'questions.must-i-uninstall.answer',
        en: /private user or ordinary company, not by this rule/,
        es: /particular o empresa en general, no por esta norma/,
      },
    ],
  },
  {
    id: 'x-seed-law',
    wrong: {
      en: ['Under Russian law, the government has the authority to access all Kaspersky systems.'],
      es: [
        'Según la ley rusa, el Gobierno tiene autoridad para acceder a todos los sistemas de Kaspersky.',
      ],
    },
    never: {
      en: /Russian law|authority to access|access (?:to )?all (?:Kaspersky|its) systems/i,
      es: /ley rusa|leyes rusas|autoridad para acceder|acceso a todos los sistemas/i,
    },
    said: [
      {
        at: 'ban.background.reasons.text',
        en: /gives four risks as its reasons.*Russian jurisdiction/,
        es: /da cuatro riesgos como motivos.*jurisdicción rusa/,
      },
      {
        at: 'questions.proof.answer',
        en: /is based on risk.*Kaspersky denies any such act/,
        es: /se basa en el riesgo.*Kaspersky niega haber hecho nada parecido/,
      },
    ],
  },
  {
    id: 'x-seed-backed',
    wrong: {
      en: ['The Russian-backed company.', 'A Russia-backed antivirus.', 'A tool of the Kremlin.'],
      es: ['La empresa respaldada por Rusia.', 'Un instrumento del Kremlin.'],
    },
    never: {
      en: /Russian?[- ]backed|Kremlin|state-owned/i,
      es: /respaldad[oa]s? por (?:Rusia|el Gobierno ruso)|Kremlin|estatal rusa/i,
    },
    said: [
      {
        at: 'jurisdictions.gb.statements.gb-secret.text',
        en: /Russia-based/,
        es: /con sede en Rusia/,
      },
    ],
  },
  {
    id: 'x-30sep',
    wrong: {
      en: ['Updates end as of September 30.', 'Updates end on 30 September.'],
      es: ['Las actualizaciones terminan el 30 de septiembre.'],
    },
    never: { en: /30 September|September 30/i, es: /30 de septiembre/i },
    except: ['questions.date-confusion.question'],
    said: [
      {
        at: 'questions.date-confusion.answer',
        en: /Updates: allowed until 12:00 AM Eastern Daylight Time on September 29, 2024/,
        es: /Actualizaciones: permitidas hasta las 00:00, hora de verano del Este, del 29 de septiembre de 2024/,
      },
    ],
  },
  {
    id: 'x-est',
    wrong: {
      en: ['At midnight EST.', 'At midnight Eastern Standard Time.'],
      es: ['A medianoche EST.', 'A medianoche, hora estándar del Este.'],
    },
    never: {
      en: /\bEST\b|Eastern Standard/,
      es: /(?<!\p{L})EST(?!\p{L})|hora (?:estándar|normal|de invierno) del Este/u,
    },
    said: [
      {
        at: 'ban.summary.two-steps.text',
        en: /12:00 AM Eastern Daylight Time on September 29, 2024/,
        es: /00:00, hora de verano del Este, del 29 de septiembre de 2024/,
      },
      {
        at: 'questions.date-confusion.answer',
        en: /9 PM on the 28th in California and 4 AM on the 29th in UTC/,
        es: /21:00 del día 28 en California y las 4:00 del día 29 en UTC/,
      },
    ],
  },
  {
    id: 'x-mixed',
    wrong: {
      en: ['Selling or updating is banned since 20 July 2024.'],
      es: ['Vender o actualizar está prohibido desde el 20 de julio de 2024.'],
    },
    never: {
      en: /^(?!.*29 September).*(?:updat.*20 July|20 July.*updat)/i,
      es: /^(?!.*29 de septiembre).*(?:actualiz.*20 de julio|20 de julio.*actualiz)/i,
    },
    said: [
      {
        at: 'ban.summary.two-steps.text',
        en: /New agreements ended at the start of July 20, 2024\. Updates .* September 29, 2024/,
        es: /contratos nuevos terminaron al comenzar el 20 de julio de 2024\. Las actualizaciones .* 29 de septiembre de 2024/,
      },
    ],
  },
  {
    id: 'x-firm',
    wrong: {
      en: [
        'The prohibition requires the cessation of use.',
        'The rule orders users to stop using it.',
      ],
      es: ['La prohibición exige dejar de usarlo.', 'La norma ordena el cese del uso.'],
    },
    never: {
      en: /(?:requires?|orders?|demands?) .*(?:cessation|stop using|end of use)/i,
      es: /(?:exige|ordena|obliga) .*(?:dejar de usar|cese del uso)/i,
    },
    mayBeDenied: true,
    said: [
      {
        at: 'ban.penalties.users-none.text',
        en: /only use the software face no legal penalties/,
        es: /solo usan el software no se exponen a sanciones/,
      },
    ],
  },
  {
    id: 'x-vendor-usage',
    wrong: {
      en: ['Commerce decided to prohibit the usage of its software.'],
      es: ['El Departamento decidió prohibir la utilización de su software.'],
    },
    never: { en: /\busage\b/i, es: /prohibir (?:el uso|la utilización)|\butilización\b/i },
    said: [
      {
        at: 'ban.vendorPosition.vendor-ban.text',
        en: /Kaspersky says that.*In its view, the decision rests on/,
        es: /Kaspersky afirma que.*A su juicio, la decisión se basa en/,
      },
    ],
  },
  {
    id: 'x-years',
    wrong: {
      en: [
        'OFAC acted on 7 June 2024.',
        'The ban was announced on June 15.',
        'The ban began on July 15.',
        'The commercial ban came in 2022.',
      ],
      es: [
        'La OFAC actuó el 7 de junio de 2024.',
        'La prohibición se anunció el 15 de junio.',
        'Empezó el 15 de julio.',
        'La prohibición comercial llegó en 2022.',
      ],
    },
    never: {
      en: /\b7 June|June 7\b|\b15 June|June 15\b|\b15 July|July 15\b|commercial ban.*2022/i,
      es: /\b7 de junio|\b15 de junio|\b15 de julio|prohibición comercial.*2022/i,
    },
    said: [
      {
        at: 'ban.summary.what-it-is.text',
        en: /published on June 24, 2024/,
        es: /publicada el 24 de junio de 2024/,
      },
      { at: 'ban.otherMeasures.ofac.text', en: /on June 21, 2024/, es: /el 21 de junio de 2024/ },
    ],
  },
  {
    id: 'x-entity',
    wrong: {
      en: [
        'Kaspersky is on the OFAC list.',
        'The Treasury sanctioned Kaspersky itself.',
        'Eugene Kaspersky was sanctioned.',
      ],
      es: [
        'Kaspersky está en la lista de la OFAC.',
        'El Tesoro sancionó a Kaspersky.',
        'Eugene Kaspersky fue sancionado.',
      ],
    },
    never: {
      en: /Kaspersky (?:Lab )?is on the (?:OFAC|Treasury)|Treasury sanctioned Kaspersky|Eugene Kaspersky (?:was|is) (?:sanctioned|listed|on)/i,
      es: /Kaspersky (?:Lab )?está en la lista (?:de la OFAC|del Tesoro)|Tesoro sancionó a Kaspersky|Eugene Kaspersky (?:fue|está) (?:sancionado|en)/i,
    },
    said: [
      {
        at: 'ban.otherMeasures.ofac.text',
        en: /The company itself and Eugene Kaspersky are not on that list/,
        es: /Ni la propia empresa ni Eugene Kaspersky figuran en esa lista/,
      },
      {
        at: 'questions.lists.answer',
        en: /Four different things.*Commerce ban.*Entity List.*Treasury’s list.*Covered List/,
        es: /cuatro cosas distintas.*Departamento de Comercio.*Entity List.*Tesoro.*Covered List/,
      },
      {
        at: 'ban.otherMeasures.entity-list.text',
        en: /limits exports.*not about using/,
        es: /limita las exportaciones.*no se refiere al uso/,
      },
      {
        at: 'ban.otherMeasures.fcc.text',
        en: /not a ban on private use/,
        es: /No prohíbe el uso privado/,
      },
    ],
  },
  {
    id: 'x-google',
    wrong: {
      en: [
        'The U.S. rule ordered Google to take the apps out worldwide.',
        'The ban forced Google to act.',
      ],
      es: [
        'La norma de EE. UU. ordenó a Google retirar las aplicaciones.',
        'La prohibición obligó a Google a actuar.',
      ],
    },
    never: {
      en: /(?:ordered|forced|made|required) Google/i,
      es: /(?:ordenó|obligó|exigió) a Google/i,
    },
    said: [
      {
        at: 'ban.background.google-play.text',
        en: /worldwide.*That was Google’s decision; the U\.S\. rule did not order it outside the U\.S\./,
        es: /en todo el mundo.*Fue una decisión de Google; la norma de EE\.\sUU\. no lo ordenaba fuera de EE\.\sUU\./,
      },
    ],
  },
  {
    id: 'x-abroad',
    wrong: {
      en: ['It is banned in Canada, Australia, Germany and the UK.', 'Germany banned Kaspersky.'],
      es: [
        'Está prohibido en Canadá, Australia, Alemania y el Reino Unido.',
        'Alemania prohibió Kaspersky.',
      ],
    },
    never: {
      en: /(?:banned|prohibited|illegal) in (?:Canada|Australia|Germany|the U(?:K|nited K))|(?:Canada|Australia|Germany|Kingdom) (?:banned|bans|forbids) /i,
      es: /prohibid[oa] en (?:Canadá|Australia|Alemania|el Reino)|(?:Canadá|Australia|Alemania|Unido) (?:prohibió|prohíbe) /i,
    },
    except: ['questions.other-countries.question'],
    said: [
      {
        at: 'questions.other-countries.answer',
        en: /^Not for private people\. Canada and Australia forbid it on government systems only\. Germany and the United Kingdom warn/,
        es: /^No para los particulares\. Canadá y Australia lo prohíben solo en sistemas del Gobierno\. Alemania y el Reino Unido advierten/,
      },
      {
        at: 'jurisdictions.ca.statements.ca-devices.text',
        en: /Private use is not affected/,
        es: /El uso privado no se ve afectado/,
      },
      {
        at: 'jurisdictions.au.statements.au-direction-text.text',
        en: /Private use is not affected/,
        es: /El uso privado no se ve afectado/,
      },
      {
        at: 'jurisdictions.de.statements.de-warning.text',
        en: /It is not a ban/,
        es: /No es una prohibición/,
      },
      {
        at: 'jurisdictions.gb.statements.gb-guidance.text',
        en: /nearly all private people, it said, they were safe/,
        es: /casi todos los particulares podían seguir usándolos sin peligro/,
      },
    ],
  },
  {
    id: 'x-ultra',
    wrong: {
      en: [
        'Kaspersky is still on U.S. computers as UltraAV.',
        'UltraAV is Kaspersky under a new name.',
      ],
      es: [
        'Kaspersky sigue en los equipos de EE. UU. como UltraAV.',
        'UltraAV es Kaspersky con otro nombre.',
      ],
    },
    never: {
      en: /Kaspersky is still|UltraAV is (?:really )?Kaspersky|new name/i,
      es: /Kaspersky sigue en|UltraAV es (?:en realidad )?Kaspersky|otro nombre/i,
    },
    said: [
      {
        at: 'ban.background.ultraav.text',
        en: /UltraAV is the product of another company/,
        es: /UltraAV es el producto de otra empresa/,
      },
      {
        at: 'questions.ultraav.answer',
        en: /automatic update of Kaspersky.*another company’s product/,
        es: /actualización automática de Kaspersky.*producto de otra empresa/,
      },
    ],
  },
  // From here on: mistakes of our own, found in the review of November 2026.
  {
    id: 'l1-old-penalty',
    wrong: {
      en: ['The civil penalty is up to $368,136.'],
      es: ['La multa civil llega a 368 136 dólares.'],
    },
    never: { en: /368,136/, es: /368[.,\s]136/ },
    said: [
      {
        at: 'ban.penalties.amounts.text',
        en: /\$377,700.*2025.*not raised in 2026.*not in the ban itself/,
        es: /\$377,700.*2025.*no subió en 2026.*no en la propia prohibición/,
      },
    ],
  },
  {
    id: 'l2-resale-everywhere',
    wrong: {
      en: ['Since September 29, 2024, nobody may resell the software.', 'Shops can’t resell it.'],
      es: [
        'Desde el 29 de septiembre de 2024 nadie puede revender el software.',
        'Las tiendas no pueden revenderlo.',
      ],
    },
    never: {
      en: /^(?!.*(?:U\.S\.|United States|\bthere\b)).*\b(?:nobody|no one|shops?)\b.*\bresell/i,
      es: /^(?!.*(?:EE\.\sUU\.|Estados Unidos|\ballí)).*\b(?:nadie|tiendas?)\b.*\brevend/i,
    },
    said: [
      {
        at: 'ban.prohibited.resale.text',
        en: /in the United States or to U\.S\. persons/,
        es: /en Estados Unidos ni a personas estadounidenses/,
      },
      {
        at: 'ban.bound.resellers.text',
        en: /in the United States or to U\.S\. persons/,
        es: /en Estados Unidos o a personas estadounidenses/,
      },
      {
        at: 'deadlines.us-resale.text',
        en: /in the U\.S\. or to U\.S\. persons/,
        es: /en EE\.\sUU\. ni a personas estadounidenses/,
      },
      {
        at: 'applicability.answers.us-seller.text',
        en: /in the U\.S\. or to U\.S\. persons/,
        es: /en EE\.\sUU\. ni a personas estadounidenses/,
      },
      {
        at: 'notices.store-listing.text',
        en: /in the U\.S\. or to U\.S\. persons/,
        es: /en EE\.\sUU\. ni a personas estadounidenses/,
      },
    ],
  },
  {
    id: 'l3-banned-software',
    wrong: {
      en: ['This is banned software.', 'The software is banned.'],
      es: [
        'Es software prohibido.',
        'Lo que se ofrece aquí está prohibido.',
        'Lo que se anuncia aquí está prohibido.',
      ],
    },
    never: {
      en: /\bbanned (?:software|products?)\b|software (?:is|was) banned/i,
      es: /(?:software|productos?) prohibidos?\b|aquí está prohibid|nada que esté prohibido/i,
    },
    said: [
      {
        at: 'detection.noRule',
        en: /software covered by the ban/,
        es: /software incluido en la prohibición/,
      },
    ],
  },
  {
    id: 'l4-exempt-is-not-unaffected',
    wrong: { en: ['Does not affect you'], es: ['No le afecta'] },
    never: { en: /^(?:Does not|Doesn’t) affect you/i, es: /^No le afecta/i },
    said: [
      {
        at: 'applicability.answers.exempt.title',
        en: /outside the U\.S\. ban/,
        es: /no está incluido en la prohibición/,
      },
    ],
  },
  {
    id: 'l10-state-by-reference',
    wrong: {
      en: ['Virginia law names Kaspersky.', 'Virginia bans Kaspersky for residents.'],
      es: [
        'La ley de Virginia nombra a Kaspersky.',
        'Virginia prohíbe Kaspersky a los residentes.',
      ],
    },
    never: {
      en: /Virginia (?:law )?(?:names|bans) Kaspersky/i,
      es: /Virginia (?:nombra|prohíbe) (?:a )?Kaspersky/i,
    },
    said: [
      {
        at: 'jurisdictions.us-states.statements.us-va-law.text',
        en: /no public body .*DHS has prohibited.*Our reading: /,
        es: /ninguna entidad pública .*el DHS haya prohibido.*Nuestra lectura: /,
      },
    ],
  },
  {
    id: 'a4-about-two-years',
    wrong: {
      en: ['We found no such test of them within about two years.'],
      es: ['No encontramos pruebas así de ellos en unos dos años.'],
    },
    never: { en: /about two years/i, es: /unos dos años|dos años anteriores/i },
    said: [{ at: 'alternatives.criteria.tested.text', en: /24 months/, es: /24 meses/ }],
  },
  {
    id: 'a6-not-verified',
    wrong: {
      en: ['Widely known; not checked with a source for this advisory.', 'Seat: not verified'],
      es: ['De conocimiento general; no comprobado con una fuente.', 'Sede: sin verificar'],
    },
    never: { en: /widely known|: not verified/i, es: /conocimiento general|: sin verificar/i },
    said: [
      {
        at: 'alternatives.criteria.unchecked.text',
        en: /no source told us is left out/,
        es: /ninguna fuente nos dijo no figura/,
      },
    ],
  },
  {
    id: 'a12-russian-instead',
    wrong: { en: ['You can switch to Dr.Web.'], es: ['Puede cambiarse a Dr.Web.'] },
    never: { en: /(?:switch|move) to Dr\.Web/i, es: /cambiar(?:se)? a Dr\.Web/i },
    said: [
      {
        at: 'alternatives.criteria.no-engine.text',
        en: /none is from Russia\. Dr\.Web, for one/,
        es: /ninguno es de Rusia: Dr\.Web, por ejemplo/,
      },
    ],
  },
  {
    id: 'l5-all-contract-work',
    wrong: {
      en: ['Contractors may not use them in work for it.', 'Not in work for the government.'],
      es: ['No pueden usarlos en su trabajo para él.', 'No en trabajos para el Gobierno.'],
    },
    never: {
      en: /\bin work for (?:it|the government)/i,
      es: /en (?:su trabajo|trabajos|los trabajos) para (?:él|el Gobierno)/i,
    },
    said: [
      {
        at: 'ban.otherMeasures.far.text',
        en: /data or deliverables first produced under the contract.*FAR 52\.204-23/,
        es: /datos o entregables que se producen por primera vez en el contrato.*FAR 52\.204-23/,
      },
      {
        at: 'ban.otherMeasures.far-overhaul.text',
        en: /52\.240-91.*72 hours\. We could not confirm that/,
        es: /52\.240-91.*72 horas\. No pudimos confirmarlo/,
      },
      {
        at: 'applicability.answers.contractor.limits',
        en: /does not name office use/,
        es: /no menciona el uso en la oficina/,
      },
    ],
  },
  {
    id: 'l7-rules-never-changed',
    wrong: { en: ['Their content stayed the same.'], es: ['Su contenido no cambió.'] },
    never: { en: /^Their content stayed the same/i, es: /^Su contenido no cambió/i },
    said: [
      {
        at: 'ban.background.authority.text',
        en: /revised on February 4, 2025/,
        es: /se revisaron el 4 de febrero de 2025/,
      },
    ],
  },
  {
    id: 'l8-affiliates',
    wrong: {
      en: ['The Affiliates Rule has applied again since November 10, 2026.'],
      es: ['La Affiliates Rule rige de nuevo desde el 10 de noviembre de 2026.'],
    },
    never: {
      en: /Affiliates Rule (?:has applied|applies|is in force)/i,
      es: /Affiliates Rule (?:rige|se aplica|está en vigor)/i,
    },
    said: [
      {
        at: 'ban.otherMeasures.entity-list.text',
        en: /AO Kaspersky Lab, OOO Kaspersky Group.*Kaspersky Labs Limited.*presumed denied/,
        es: /AO Kaspersky Lab, OOO Kaspersky Group.*Kaspersky Labs Limited.*presunción de denegación/,
      },
      {
        at: 'ban.otherMeasures.affiliates.text',
        en: /neither an extension nor a notice/,
        es: /ni una prórroga ni un aviso/,
      },
    ],
  },
  {
    id: 'l9-only-equipment-listed',
    wrong: {
      en: ['Equipment with the software built in is on the Covered List.'],
      es: ['Los equipos con el software integrado están en la Covered List.'],
    },
    never: { en: /^Equipment with the software/i, es: /^Los equipos con el software/i },
    said: [
      {
        at: 'ban.otherMeasures.fcc.text',
        en: /antivirus software is listed too; equipment that contains it gets no FCC authorization/,
        es: /antivirus; los equipos que lo contienen no obtienen autorización de la FCC/,
      },
      {
        at: 'deadlines.us-fcc-second.text',
        en: /antivirus software, and equipment that contains it/,
        es: /antivirus de Kaspersky, y los equipos que lo contienen/,
      },
    ],
  },
  {
    id: 'l17-ukraine-only-offices',
    wrong: {
      en: ['In Ukraine private use is not affected.'],
      es: ['En Ucrania el uso privado no se ve afectado.'],
    },
    never: {
      en: /Ukraine.*private use is not affected/i,
      es: /Ucrania.*uso privado no se ve afectado/i,
    },
    said: [
      {
        at: 'jurisdictions.ua.statements.ua-sites.text',
        en: /block Kaspersky’s sites.*2020.*after May 2023, we did not find/,
        es: /bloquear los sitios de Kaspersky.*2020.*No encontramos qué rige desde mayo de 2023/,
      },
    ],
  },
  {
    id: 'p4-inference-as-fact',
    wrong: {
      en: ['That is our conclusion from its text.', 'It is best taken as a new agreement.'],
      es: ['Así lo deducimos de su texto.', 'Lo mejor es considerarla un contrato nuevo.'],
    },
    never: {
      en: /our conclusion|best taken as/i,
      es: /lo deducimos|lo que deducimos|nuestra conclusión|lo mejor es considerar/i,
    },
    said: [
      'ban.notProhibited.no-duty-to-remove.text',
      'ban.notProhibited.reading.text',
      'ban.otherMeasures.ndaa.text',
      'applicability.answers.exempt-federal.text',
      'applicability.answers.visitor.limits',
      'questions.must-i-uninstall.answer',
      'questions.buy.answer',
      'questions.other-products.answer',
      'questions.free-tools.answer',
      'questions.contracts.answer',
      'questions.visit.answer',
    ].map((at) => ({ at, en: /Our reading: /, es: /Nuestra lectura: / })),
  },
  {
    id: 'p5-firms-on-use',
    wrong: { en: ['Every law firm agrees.'], es: ['Todos los bufetes coinciden.'] },
    never: { en: /every law firm/i, es: /todos los bufetes/i },
    said: [
      {
        at: 'ban.notProhibited.use.text',
        en: /Some law firm notes and news pages say otherwise, but the Commerce Department’s release is clear/,
        es: /Algunas notas de bufetes y algunas noticias dicen otra cosa, pero el comunicado del Departamento de Comercio es claro/,
      },
    ],
  },
  {
    id: 'still-protects-a-little',
    wrong: { en: ['It protects less each day.'], es: ['Protege menos cada día.'] },
    never: { en: /protects less each day/i, es: /protege menos cada día/i },
    said: [
      {
        at: 'applicability.answers.us-home.text',
        en: /don’t rely on it.*save your passwords.*uninstall it.*check that Windows Security/,
        es: /no confíe en él.*guarde sus contraseñas.*desinstálelo.*compruebe que Seguridad de Windows/,
      },
      { at: 'questions.must-i-uninstall.answer', en: /don’t rely on it/, es: /no confíe en él/ },
    ],
  },
  {
    id: 'v1-visitors',
    wrong: {
      en: ['Nothing that we read speaks of visitors.'],
      es: ['Nada de lo que leímos habla de los visitantes.'],
    },
    never: {
      en: /nothing that we read speaks of visitors/i,
      es: /nada de lo que leímos habla de los visitantes/i,
    },
    said: [
      {
        at: 'applicability.answers.visitor.text',
        en: /Managed Detection and Response.*suspend it.*business trip/,
        es: /Managed Detection and Response.*suspenderlo.*viaje de negocios/,
      },
    ],
  },
  {
    id: 'v2-one-product',
    wrong: {
      en: ['For at least one business product it stopped earlier.'],
      es: ['Para al menos un producto de empresa se suspendió antes.'],
    },
    never: { en: /at least one business product/i, es: /al menos un producto de empresa/i },
    said: [
      {
        at: 'deadlines.us-vendor-cut.text',
        en: /Exchange, Linux, and mobile/,
        es: /Exchange, Linux y móviles/,
      },
    ],
  },
  {
    id: 'v5-why-ultraav',
    wrong: {
      en: ['Pango had nothing to do with Kaspersky before.'],
      es: ['Pango no tenía nada que ver con Kaspersky.'],
    },
    never: { en: /nothing to do with Kaspersky/i, es: /nada que ver con Kaspersky/i },
    said: [
      {
        at: 'ban.background.ultraav.text',
        en: /in 2021, Pango supplied Kaspersky’s VPN/,
        es: /en 2021, Pango era el proveedor de la VPN de Kaspersky/,
      },
    ],
  },
  {
    id: 'es-legal-terms',
    wrong: {
      en: [],
      es: [
        'Contratos con personas de EE. UU.',
        'Una Decisión final.',
        'Una infracción deliberada.',
        'Las empresas corrientes.',
        'Informar de los hallazgos.',
        'Datos delicados.',
      ],
    },
    never: {
      en: /(?!)/,
      es: /personas? de EE\.\sUU\.|Decisión final|infracción deliberada|empresas? corrientes?|\bhallazgos?\b|datos delicados/i,
    },
    said: [
      {
        at: 'ban.summary.what-it-is.text',
        en: /Final Determination/,
        es: /Determinación final \(Final Determination\)/,
      },
    ],
  },
];
