// The stand-in of WhatsApp: a talk as one of the demo's people. Only in the demo.
import { type Language, say, type Text } from '../../kernel/text.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Chips } from '../../platform/ui/chips.tsx'
import { EmptyState } from '../../platform/ui/empty-state.tsx'
import { Field } from '../../platform/ui/field.tsx'
import { Upload } from '../../platform/ui/upload.tsx'
import type { ChatLine } from './chat-port.ts'

const t = (id: string, en: string): Text => ({ id, en })
export const CHAT_PAGE_WORDS = {
  title: t('WhatsApp contoh', 'WhatsApp stand-in'),
  lead: t(
    'Di sini Anda mengobrol sebagai warga contoh, seperti di WhatsApp. Permohonannya masuk ke antrean yang sama.',
    'Here you chat as a person of the demo, as on WhatsApp. The application joins the same queue.',
  ),
  who: t('Mengobrol sebagai', 'Chatting as'),
  empty: t('Belum ada percakapan', 'No talk yet'),
  emptyText: t('Tulis “Halo” di bawah, lalu tekan Kirim.', 'Write “Hi” below, then press Send.'),
  message: t('Pesan', 'Message'),
  picture: t('Foto', 'Photo'),
  send: t('Kirim', 'Send'),
  codes: t('Kode SMS ada di pesan keluar contoh', 'The SMS code is among the outgoing messages'),
  you: t('Anda', 'You'),
  office: t('Kantor', 'Office'),
} as const satisfies Record<string, Text>
const w = CHAT_PAGE_WORDS

export function ChatPage({
  people,
  as,
  lines,
  language,
}: {
  people: readonly { readonly accountId: string; readonly name: string }[]
  as: string
  lines: readonly ChatLine[]
  language: Language
}) {
  return (
    <div class="stack stack-l narrow">
      <div class="stack">
        <h1>{say(w.title, language)}</h1>
        <p class="lead">{say(w.lead, language)}</p>
      </div>
      <Chips
        label={w.who}
        chips={people.map((one) => ({
          href: `/demo/whatsapp?${new URLSearchParams({ as: one.accountId })}`,
          label: one.name,
          current: one.accountId === as,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={w.empty} text={w.emptyText} level={2} />
      ) : (
        <ol class="stack plain" id="talk">
          {lines.map((line) => (
            <li class={line.mine ? 'panel' : 'panel panel-wash'}>
              <p class="s quiet">{say(line.mine ? w.you : w.office, language)}</p>
              {line.text.split('\n').map((row) => (
                <p>{row}</p>
              ))}
            </li>
          ))}
        </ol>
      )}
      <form method="post" action="/demo/whatsapp" enctype="multipart/form-data" class="stack" id="write">
        <input type="hidden" name="as" value={as} />
        <Field name="text" label={w.message} autofocus />
        <Button label={w.send} />
        <details>
          <summary>{say(w.picture, language)}</summary>
          <Upload name="picture" label={w.picture} accept="image/*" samples={[]} />
          <Button kind="second" label={w.send} hidden={w.picture} />
        </details>
      </form>
      <p>
        <a href="/demo/messages">{say(w.codes, language)}</a>
      </p>
    </div>
  )
}
