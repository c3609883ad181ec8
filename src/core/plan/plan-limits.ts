// Apart from the schema, whose library the popup does without.
export const mostDevices = 8;
export const longestName = 60;
