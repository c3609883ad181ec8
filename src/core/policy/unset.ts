/** Whether people may snooze a site where no policy says so. Apart from the other keys: every notice asks. */
export const mayDismissUnlessSet = true;
