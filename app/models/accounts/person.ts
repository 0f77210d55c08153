/** What a person is called and where they are reached: how it is tidied, and what cannot be taken. */

const NAME_LONGEST = 100;
// RFC 5321, 4.5.3.1.3: a path of 256 octets, of which two are its brackets.
const EMAIL_LONGEST = 254;

/** Without line breaks, control characters and marks that turn the direction of text. */
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export const tidyName = (text: string): string => text.replace(unseen, "").replace(/\s+/g, " ").trim();

export const tidyEmail = (text: string): string => text.trim().toLowerCase();

/** Why this cannot be a person's name, or null; for a name that is tidy. */
export function whyNotName(name: string): string | null {
  if (!name) return "Enter a full name";
  return name.length > NAME_LONGEST ? `The name must be ${NAME_LONGEST} characters or fewer` : null;
}

/** As the HTML standard has it, with a dot in the host. */
const address = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Why nobody can be reached there, or null; for an address that is tidy. */
export function whyNotEmail(email: string): string | null {
  if (!email) return "Enter an e-mail address";
  if (email.length > EMAIL_LONGEST || !address.test(email)) {
    return "Enter an e-mail address in the correct format, like name@example.gov.uk";
  }
  return null;
}
