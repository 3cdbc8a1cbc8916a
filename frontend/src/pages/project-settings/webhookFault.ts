/** What is wrong with a webhook's address before the service is asked; nothing when it may do. */
export function urlFault(text: string): string | undefined {
  if (text === "") return "A webhook needs an address.";
  if (!URL.canParse(text)) return "This is no address; it begins with https://.";
  const { protocol } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? undefined : "The address begins with https:// or http://.";
}
