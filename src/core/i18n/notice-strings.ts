// The interface strings of a notice and its badge. The build keeps them beside the advisory's texts: the
// first string that Chromium's worker asks its browser for takes it 20 ms.
export const noticeKeys = [
  'interfaceLanguage',
  'extensionName',
  'badgeTitle',
  'noticeTopicPage',
  'noticeTopicBan',
  'noticeTopicAlternatives',
  'noticeTopicRemoval',
  'noticeTopicQuestions',
  'noticeWhy',
  'noticeClose',
  'noticeSnooze',
  'popupOrganizationSays',
  'linkMark',
] as const;

export type NoticeKey = (typeof noticeKeys)[number];

/** Translates only the strings of a notice. */
export type TranslateNotice = (key: NoticeKey, ...values: string[]) => string;

/** Messages of a locale, as its file has them. */
export type NoticeStrings = Readonly<Partial<Record<NoticeKey, { readonly message: string }>>>;

/** Picks them out of a locale's file, which is one of our own. */
export function noticeStringsOf(
  messages: Readonly<Record<string, { readonly message: string }>>,
): NoticeStrings {
  return Object.fromEntries(
    noticeKeys.flatMap((key) => {
      const entry = messages[key];
      return entry ? [[key, { message: entry.message }]] : [];
    }),
  );
}
