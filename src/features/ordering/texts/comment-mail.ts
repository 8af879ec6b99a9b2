// The letter about a comment, in both languages: it is sent without anybody asking. What was said stays in
// the product, where it can be taken away.
export const commentMail = (
  order: string,
  author: string | null,
  address: string | null,
): { readonly subject: string; readonly text: string } => ({
  subject: `Ny kommentar till beställning ${order} · New comment on order ${order}`,
  text: [
    `${author ?? 'Någon'} har skrivit en kommentar till beställning ${order}.`,
    'Läs den och svara i Omlopp.',
    '',
    `${author ?? 'Somebody'} has commented on order ${order}.`,
    'Read it and reply in Omlopp.',
    ...(address ? ['', address] : []),
  ].join('\n'),
})
