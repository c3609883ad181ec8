// What earlier advisories said too widely, too surely, or too late, and where ours say what is right.
import type { Trap } from './traps.ts';

export const reviewTraps: readonly Trap[] = [
  {
    id: 'l6-sure-of-72-hours',
    wrong: {
      en: ['The report is due within 72 hours.'],
      es: ['El informe debe presentarse en 72 horas.'],
    },
    never: { en: /\b72 hours/i, es: /\b72 horas/i },
    except: ['ban.otherMeasures.far-overhaul.text'],
    said: [
      {
        at: 'ban.otherMeasures.far-overhaul.text',
        en: /52\.240-91.*within 72 hours\. We could not confirm that/,
        es: /52\.240-91.*en 72 horas\. No pudimos confirmarlo/,
      },
      {
        at: 'ban.otherMeasures.far.text',
        en: /52\.204-23.*3 business days, the second within 10 more.*DIBNet/,
        es: /52\.204-23.*3 días hábiles; el segundo, en otros 10.*DIBNet/,
      },
    ],
  },
  {
    id: 'l13-subsidy-pays',
    wrong: {
      en: [
        'A school can pay for it with FCC money.',
        'Money from the FCC’s programs can pay for it.',
      ],
      es: ['Una escuela puede pagarlo con dinero de la FCC.', 'El dinero de la FCC puede pagarlo.'],
    },
    never: {
      en: /can pay for it with FCC|FCC’s programs can pay/i,
      es: /puede pagarlo con dinero de la FCC|\bFCC puede pagar/i,
    },
    said: [
      {
        at: 'applicability.answers.us-state.text',
        en: /Money from the FCC’s programs can’t pay for it/,
        es: /El dinero de los programas de la FCC no puede pagarlo/,
      },
    ],
  },
  {
    id: 'l15-australia-since-april',
    wrong: {
      en: ['In force in Australia since April 1, 2025.'],
      es: ['En vigor en Australia desde el 1 de abril de 2025.'],
    },
    never: { en: /since April 1, 2025/i, es: /desde el 1 de abril de 2025/i },
    said: [
      {
        at: 'jurisdictions.au.statements.au-direction-text.text',
        en: /non-corporate Commonwealth entities.*prevent the installation.*by April 1, 2025/,
        es: /entidades no corporativas de la Commonwealth.*impedir que se instalen.*a más tardar el 1 de abril de 2025/,
      },
    ],
  },
  {
    id: 'l16-every-australian-body',
    wrong: {
      en: ['All of Australia’s federal bodies had to remove it.'],
      es: ['Todos los organismos federales de Australia tenían que retirarlo.'],
    },
    never: {
      en: /\b(?:all|every)\b[^.]*Australia[^.]*(?:bod(?:y|ies)|agenc(?:y|ies))/i,
      es: /\b(?:todos los|cada) organismos?[^.]*Australia/i,
    },
    said: [
      {
        at: 'jurisdictions.au.statements.au-direction-text.text',
        en: /exemptions for national security and regulatory functions.*Private use is not affected/,
        es: /exenciones para funciones de seguridad nacional y de regulación.*uso privado no se ve afectado/,
      },
    ],
  },
  {
    id: 'l18-companies-abroad',
    wrong: {
      en: ['No measure that we found elsewhere forbids companies to use it.'],
      es: ['Ninguna medida prohíbe usarlo a las empresas.'],
    },
    never: {
      en: /no measure[^.]*forbids (?:companies|businesses|anyone|anybody)/i,
      es: /ninguna medida[^.]*prohíbe[^.]*(?:a las empresas|a nadie)/i,
    },
    said: [
      {
        at: 'applicability.answers.elsewhere-business.text',
        en: /Lithuania binds.*Poland has frozen.*Ukraine made internet providers block/,
        es: /Lituania obliga.*Polonia ha congelado.*Ucrania obligó/,
      },
    ],
  },
  {
    id: 'l19-european-ban',
    wrong: {
      en: ['The EU bans Kaspersky.', 'The European Union has banned Kaspersky.'],
      es: ['La UE prohíbe Kaspersky.', 'La Unión Europea prohibió Kaspersky.'],
    },
    never: {
      en: /\b(?:EU|European Union) (?:has )?(?:bans|banned|prohibits|prohibited|forbids)\b/i,
      es: /\b(?:UE|Unión Europea) (?:prohíbe|prohibió|ha prohibido)/i,
    },
    said: [
      {
        at: 'jurisdictions.eu.statements.eu-proposed-act.text',
        en: /proposed a revised Cybersecurity Act.*names no company, and we did not find that it was adopted/,
        es: /propuso una revisión.*no nombra a ninguna empresa, y no encontramos que se haya aprobado/,
      },
    ],
  },
  {
    id: 'l20-czech-ban',
    wrong: {
      en: ['Czechia banned Kaspersky.', 'NÚKIB named Kaspersky.'],
      es: ['Chequia prohibió Kaspersky.', 'NÚKIB nombró a Kaspersky.'],
    },
    never: {
      en: /\b(?:Czechia|NÚKIB) (?:bans|banned|forbids|names Kaspersky|named Kaspersky)/i,
      es: /(?:Chequia|NÚKIB) (?:prohíbe|prohibió|nombra a Kaspersky|nombró a Kaspersky)/i,
    },
    said: [
      {
        at: 'jurisdictions.cz.statements.cz-warning.text',
        en: /The warning names no company, and it is not a ban/,
        es: /La advertencia no nombra a ninguna empresa y no es una prohibición/,
      },
    ],
  },
  {
    id: 'r6-only-companies-encrypt',
    wrong: {
      en: ['Look for encrypted data (companies)', 'Only companies have encrypted data.'],
      es: ['Busque datos cifrados (empresas)', 'Solo las empresas tienen datos cifrados.'],
    },
    never: {
      en: /encrypted data \(compan|only companies (?:have|use) encrypt/i,
      es: /datos cifrados \(empresas|solo las empresas (?:tienen|usan) datos cifrados/i,
    },
    said: [
      {
        at: 'removal.before.encryption.steps.save-vault.text',
        en: /^Home and small-office products: open each Secret Vault/,
        es: /^Productos para el hogar y la oficina pequeña: abra cada bóveda secreta/,
      },
    ],
  },
  {
    id: 'r10-some-tool',
    wrong: {
      en: ['Kaspersky names a tool for a forgotten password.'],
      es: ['Kaspersky nombra una herramienta para la contraseña olvidada.'],
    },
    never: { en: /\bnames a tool/i, es: /nombra una herramienta/i },
    said: [
      {
        at: 'removal.before.keys.steps.step-70.text',
        en: /article 14674.*KLAPR, in Safe Mode/,
        es: /artículo 14674.*KLAPR, en modo seguro/,
      },
    ],
  },
  {
    id: 'r11-password-on-a-mac',
    wrong: {
      en: ['On a Mac, have the app’s own password ready.'],
      es: ['En Mac, tenga lista la contraseña de la propia aplicación.'],
    },
    never: {
      en: /\bMac\b[^.]*(?:app|product)’s own password/i,
      es: /\bMac\b[^.]*contraseña de la propia aplicación/i,
    },
    said: [
      {
        at: 'removal.before.keys.steps.key-mac.text',
        en: /asks for the password of the Mac itself/,
        es: /pide la contraseña del propio Mac/,
      },
    ],
  },
  {
    id: 'a1-home-defender-by-mitre',
    wrong: {
      en: ['Microsoft Defender stayed out of the MITRE evaluation of 2025.'],
      es: ['Microsoft Defender no participó en la evaluación de MITRE de 2025.'],
    },
    never: { en: /Microsoft Defender[^.]*MITRE/i, es: /Microsoft Defender[^.]*MITRE/i },
    said: [
      {
        at: 'alternatives.products.microsoft.facts.microsoft-fact-2.text',
        en: /^Home: AV-TEST gave Microsoft Defender/,
        es: /^Hogar: AV-TEST dio la puntuación máxima a Microsoft Defender/,
      },
    ],
  },
];
