// What steps of removal have said that could lose data or leave a computer unprotected, and where ours say what is right.
// Ids are those of the review of November 2026.
import type { Trap } from './traps.ts';

const before = 'removal.before';
const fleet = 'removal.systems.fleet.groups';

export const removalTraps: readonly Trap[] = [
  {
    id: 'r1-export-everywhere',
    wrong: {
      en: [
        'On your phone open Settings, Import/Export, Export to text file.',
        'On a Mac open Settings, Import/Export.',
      ],
      es: [
        'En el teléfono abra Configuración, Importar/Exportar.',
        'En Mac abra Configuración, Importar/Exportar.',
      ],
    },
    never: {
      en: /(?:phone|Mac)\b[^.]*Import\/Export/i,
      es: /(?:teléfono|Mac)\b[^.]*Importar\/Exportar/i,
    },
    said: [
      {
        at: `${before}.passwords.steps.step-1.text`,
        en: /^On a Windows computer, .*Additional, Settings, Import\/Export/,
        es: /^En un equipo con Windows, .*menú adicional, Configuración, Importar\/Exportar/,
      },
      {
        at: `${before}.passwords.steps.export-elsewhere.text`,
        en: /On a phone or a Mac, we found no way to export passwords/,
        es: /teléfonos y en Mac no encontramos cómo exportar las contraseñas/,
      },
    ],
  },
  {
    id: 'r2-file-holds-all',
    wrong: {
      en: [
        'The text file holds everything.',
        'All your data is in that file.',
        'Delete the My Kaspersky account first.',
      ],
      es: [
        'El archivo de texto contiene todo.',
        'Todos sus datos están en ese archivo.',
        'Elimine primero la cuenta de My Kaspersky.',
      ],
    },
    never: {
      en: /file (?:has|holds|contains) (?:everything|all)|all your data is in|delete the My Kaspersky account first/i,
      es: /archivo(?: de texto)? (?:contiene|incluye) todo|todos sus datos están en|elimine primero la cuenta/i,
    },
    said: [
      {
        at: `${before}.passwords.steps.save-rest.text`,
        en: /leaves out bank cards, addresses, documents, and pictures/,
        es: /no incluye tarjetas bancarias, direcciones, documentos ni imágenes/,
      },
      {
        at: `${before}.passwords.steps.save-codes.text`,
        en: /leaves out two-step codes.*another authenticator app first/,
        es: /Tampoco incluye los códigos.*configure antes otra aplicación de autenticación/,
      },
      {
        at: 'removal.after.accounts.steps.step-57.text',
        en: /^Last of all, when everything above is saved and checked/,
        es: /^En último lugar, cuando todo lo anterior esté guardado y comprobado/,
      },
    ],
  },
  {
    id: 'r3-server-by-itself',
    wrong: {
      en: [
        'On Windows the built-in protection is enough for the gap.',
        'Microsoft Defender should be active without your doing.',
        'On Windows Server Microsoft Defender turns itself on.',
      ],
      es: [
        'En Windows, la protección incluida basta mientras tanto.',
        'Microsoft Defender debería estar activo sin que usted haga nada.',
        'En Windows Server, Microsoft Defender se activa solo.',
      ],
    },
    never: {
      en: /On Windows the built-in protection|active without your doing|Windows Server[^.:]*turns itself on/i,
      es: /En Windows, la protección incluida|activo sin que usted haga nada|Windows Server[^.:]*se activa sol[oa]/i,
    },
    said: [
      {
        at: `${before}.gap.steps.step-83.text`,
        en: /^On Windows 10 and 11/,
        es: /^En Windows 10 y 11/,
      },
      {
        at: `${before}.gap.steps.gap-server.text`,
        en: /Turn it on before you remove Kaspersky/,
        es: /Actívelo antes de desinstalar Kaspersky/,
      },
    ],
  },
  {
    id: 'r4-keep-nothing',
    wrong: {
      en: ['In the wizard choose to keep nothing; then it is removed fully.'],
      es: ['En el asistente, elija no conservar nada; así se quita por completo.'],
    },
    never: { en: /keep nothing[;.,]/i, es: /no conservar nada[;.,]/i },
    said: [
      {
        at: 'removal.systems.windows.groups.uninstall.steps.step-17.text',
        en: /keep nothing only when your vault is empty and your files are decrypted/,
        es: /no conservar nada solo si su bóveda está vacía y sus archivos están descifrados/,
      },
      {
        at: `${before}.encryption.steps.save-vault.text`,
        en: /open each Secret Vault, copy its files/,
        es: /abra cada bóveda secreta \(Secret Vault\), copie sus archivos/,
      },
    ],
  },
  {
    id: 'r5-server-first',
    wrong: {
      en: ['Take down the Administration Server first.'],
      es: ['Retire primero el Servidor de administración.'],
    },
    never: { en: /Administration Server first/i, es: /Retire primero el Servidor/i },
    said: [
      {
        at: `${before}.server.steps.save-server.text`,
        en: /^Back up the Administration Server/,
        es: /^Haga una copia del Servidor de administración/,
      },
      {
        at: `${before}.encryption.steps.save-bitlocker.text`,
        en: /recovery keys are in Security Center.*Active Directory or Microsoft Entra ID/,
        es: /claves de recuperación están en Security Center.*Active Directory o Microsoft Entra ID/,
      },
      {
        at: `${fleet}.infrastructure.steps.server-last.text`,
        en: /^Continue only when the backup is checked, every drive and file is decrypted, and the recovery keys are elsewhere/,
        es: /^Continúe solo cuando la copia esté comprobada/,
      },
    ],
  },
  {
    id: 'r7-stale-tags',
    wrong: {
      en: [
        'A hit for kaspersky-labs.com points to a computer left over.',
        'No DNS request to kaspersky-labs.com, geo.kaspersky.com or upd.kaspersky.com.',
      ],
      es: [
        'Una coincidencia con kaspersky-labs.com señala un equipo olvidado.',
        'Ninguna petición DNS a kaspersky-labs.com.',
      ],
    },
    never: {
      en: /kaspersky-labs\.com (?:points|means|proves)|No DNS request (?:to|for) kaspersky-labs/i,
      es: /kaspersky-labs\.com (?:señala|significa|prueba)|Ninguna petición DNS (?:a|de) kaspersky-labs/i,
    },
    said: [
      {
        at: `${fleet}.infrastructure.steps.step-49.text`,
        en: /kaspersky-labs\.com alone may come from an old web page/,
        es: /kaspersky-labs\.com por sí solo puede venir de una página web antigua/,
      },
      {
        at: 'removal.verify.step-82.text',
        en: /kaspersky-labs\.com alone is no proof/,
        es: /kaspersky-labs\.com por sí sola no prueba nada/,
      },
    ],
  },
  {
    id: 'r9-old-script',
    wrong: { en: ['Run the UninstallScript of KAV.'], es: ['Ejecute el UninstallScript de KAV.'] },
    never: { en: /UninstallScript/, es: /UninstallScript/ },
    said: [
      {
        at: 'removal.systems.macos.groups.uninstall.steps.step-22.text',
        en: /the app’s own uninstaller/,
        es: /el desinstalador de la propia aplicación/,
      },
    ],
  },
  {
    id: 'r12-any-remover',
    wrong: {
      en: ['Download kavremover from a mirror.'],
      es: ['Descargue kavremover de un espejo.'],
    },
    never: { en: /kavremover from (?!support)/i, es: /kavremover (?:de|desde) (?!support)/i },
    said: [
      {
        at: 'removal.systems.windows.groups.stuck.steps.step-19.text',
        en: /Our reading: get it only from support\.kaspersky\.com/,
        es: /Nuestra lectura: descárguela solo de support\.kaspersky\.com/,
      },
    ],
  },
  {
    id: 's5-reset-erases',
    wrong: {
      en: ['Only a factory reset helps.'],
      es: ['Solo sirve restablecer los valores de fábrica.'],
    },
    never: { en: /Only a factory reset helps/i, es: /Solo sirve restablecer/i },
    said: [
      {
        at: 'removal.systems.android.groups.company.steps.save-phone.text',
        en: /erases everything on the phone\. Copy photos/,
        es: /borra todo lo que hay en el teléfono\. Copie antes las fotos/,
      },
    ],
  },
];
