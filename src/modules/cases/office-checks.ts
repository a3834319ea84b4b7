// What an officer should know before deciding, in words: documents, eligibility, lateness, warnings of the register; and
// the chain of people who looked. Pure.
import type { Text } from '../../kernel/text.ts'
import type { Process } from '../catalogue/process-definition.ts'
import type { Session } from '../catalogue/session.ts'
import type { CaseEvent, CaseFile } from './case.ts'
import type { Check, EyeLink } from './office-port.ts'

const t = (id: string, en: string): Text => ({ id, en })
const both = (text: string): Text => ({ id: text, en: text })

type CheckInput = {
  readonly session: Session
  /** A sentence that the service says to the applicant, as an officer reads it. */
  readonly told: (text: Text) => Text
  readonly file: CaseFile
  readonly warnings: readonly string[]
  readonly stopped: boolean
  /** What changed in the register since this case was approved and came back unsigned. */
  readonly differences: readonly Text[]
  /** Entries of the register that look like somebody new in this case, and where they are compared. */
  readonly lookalikes: { readonly open: number; readonly same: number; readonly href: string }
  /** What this case had withdrawn: its kind, and whose it was. */
  readonly goes: readonly { readonly document: string; readonly name: string }[]
}

const GONE_WORDS: Readonly<Record<string, string>> = { 'ktp-el': 'KTP-el', kia: 'KIA', ikd: 'IKD' }

/** An annulment brings back papers that can be downloaded; a card that was withdrawn may be cut or lost, so somebody must see to it. */
function handWork({ file, goes }: Pick<CheckInput, 'file' | 'goes'>): readonly Check[] {
  if (file.state !== 'annulled' || goes.length === 0) return []
  const what = goes.map((one) => `${GONE_WORDS[one.document] ?? one.document} ${one.name}`.trim()).join(', ')
  return [
    {
      title: t('Kartu yang ditarik tidak kembali sendiri', 'Withdrawn cards do not come back by themselves'),
      text: t(
        `${what}. Hubungi pemiliknya: KTP-el dan KIA dicetak baru lewat layanan kartu hilang atau rusak, IKD diaktifkan lagi.`,
        `${what}. Tell the holder: KTP-el and KIA are printed anew by the service for a lost or damaged card, an IKD is activated again.`,
      ),
      tone: 'care',
    },
  ]
}

export function checksOf({
  session,
  told,
  file,
  warnings,
  stopped,
  differences,
  lookalikes,
  goes,
}: CheckInput): readonly Check[] {
  const missing = session.missingDocuments.length
  return [
    ...handWork({ file, goes }),
    missing === 0
      ? { title: t('Dokumen lengkap', 'All documents are there'), tone: 'ok' }
      : { title: t(`${missing} dokumen belum ada`, `${missing} document(s) missing`), tone: 'stop' },
    session.problems.length === 0
      ? { title: t('Isian sesuai aturan', 'Answers follow the rules'), tone: 'ok' }
      : {
          title: t('Ada isian yang tidak sesuai lagi', 'Some answers no longer fit'),
          text: t('Register berubah sejak dikirim.', 'The register changed since it was sent.'),
          tone: 'stop',
        },
    ...session.refusals.map(
      (one): Check => ({
        title: t('Syarat tidak terpenuhi', 'A requirement does not hold'),
        text: told(one.text),
        tone: 'stop',
      }),
    ),
    ...session.unclear.map(
      (one): Check => ({
        title: t('Perlu dipastikan petugas', 'An officer must make sure'),
        text: told(one.rule.text),
        tone: 'care',
      }),
    ),
    ...lateness(session),
    ...likeness(lookalikes),
    stopped
      ? {
          title: t('Register menolak perubahan ini', 'The register refuses these changes'),
          text: both(warnings.join(' ')),
          tone: 'stop',
        }
      : { title: t('Perubahan register dapat dijalankan', 'The register accepts the changes'), tone: 'ok' },
    ...(stopped
      ? []
      : warnings.map((text): Check => ({ title: t('Perhatikan', 'Take note'), text: both(text), tone: 'care' }))),
    ...(differences.length > 0
      ? [
          {
            title: t('Register berubah setelah disahkan', 'The register changed after the approval'),
            text: {
              id: differences.map((one) => one.id).join('. '),
              en: differences.map((one) => one.en).join('. '),
            },
            tone: 'care' as const,
          },
        ]
      : []),
    ...(file.returns > 0
      ? [
          {
            title: t(`Pernah dikembalikan ${file.returns} kali`, `Returned ${file.returns} time(s)`),
            tone: 'care' as const,
          },
        ]
      : []),
  ]
}

function likeness({ open, same, href }: CheckInput['lookalikes']): readonly Check[] {
  if (same > 0)
    return [
      {
        title: t('Orang ini sudah terdaftar', 'This person is registered already'),
        text: t(
          'Sudah diputuskan sama. Tolak permohonan, atau batalkan keputusan itu.',
          'Decided to be the same. Reject the application, or take that decision back.',
        ),
        tone: 'stop',
        link: { href, label: t('Lihat keputusannya', 'See the decision') },
      },
    ]
  if (open === 0) return []
  return [
    {
      title: t(`${open} orang di register mirip`, `${open} similar in the register`),
      text: t(
        'Nomor baru diberikan setelah diputuskan sama atau berbeda.',
        'A number is given once it is decided: same or different.',
      ),
      tone: 'care',
      link: { href, label: t('Bandingkan dan putuskan', 'Compare and decide') },
    },
  ]
}

function lateness(session: Session): readonly Check[] {
  if (session.reportDays === undefined) return []
  const day = session.daysSinceEvent ?? 0
  return session.late === true
    ? [
        {
          title: t(`Dilaporkan lewat ${session.reportDays} hari`, `Reported after ${session.reportDays} days`),
          text: t(`Hari ke-${day}. Kepala dinas memutuskan.`, `Day ${day}. The head of the office decides.`),
          tone: 'care',
        },
      ]
    : [
        {
          title: t(`Dilaporkan dalam ${session.reportDays} hari`, `Reported within ${session.reportDays} days`),
          text: t(`Hari ke-${day}`, `Day ${day}`),
          tone: 'ok',
        },
      ]
}

const CHAIN: readonly { readonly action: string; readonly state: string; readonly role: Text; readonly rule?: Text }[] =
  [
    { action: 'screen', state: 'screening', role: t('Pemeriksa berkas', 'Front office') },
    { action: 'verify', state: 'verification', role: t('Verifikator', 'Verifier') },
    {
      action: 'validate',
      state: 'validation',
      role: t('Pengesah', 'Approver'),
      rule: t('Tidak boleh verifikatornya.', 'Not the verifier.'),
    },
    {
      action: 'sign',
      state: 'signing',
      role: t('Penanda tangan', 'Signer'),
      rule: t('Tidak boleh verifikator atau pengesahnya.', 'Neither verifier nor approver.'),
    },
  ]

type EyesInput = {
  readonly process: Process
  readonly events: readonly CaseEvent[]
  readonly account: string
  readonly state: string
  readonly time: (ms: number) => string
}

export function eyesOf({ process, events, account, state, time }: EyesInput): readonly EyeLink[] {
  const chain = CHAIN.filter((link) => process.actions.some((action) => action.id === link.action))
  const here = chain.findIndex((link) => link.state === state)
  return chain.map((link, index): EyeLink => {
    // A case that went back has the later looks before it again, whatever was done the first time.
    const done = here === -1 || index < here ? events.filter((event) => event.action === link.action).at(-1) : undefined
    if (done !== undefined) {
      const who = done.actorAccount === account ? t('Anda', 'You') : both(done.unit ?? '')
      return {
        who,
        text: { id: `${link.role.id}, ${time(done.atMs)}`, en: `${link.role.en}, ${time(done.atMs)}` },
        state: 'done',
      }
    }
    if (link.state === state)
      return {
        who: t('Sekarang', 'Now'),
        text:
          link.rule === undefined
            ? link.role
            : { id: `${link.role.id}. ${link.rule.id}`, en: `${link.role.en}. ${link.rule.en}` },
        state: 'you',
      }
    return { who: link.role, text: link.rule ?? t('Belum', 'Not yet'), state: 'wait' }
  })
}
