// The smallest pages that carry each island, drawn with the real components.
import { Button } from '../../src/platform/ui/button.tsx'
import { ChoiceCards } from '../../src/platform/ui/choice-cards.tsx'
import type { PageContext } from '../../src/platform/ui/context.ts'
import { Field } from '../../src/platform/ui/field.tsx'
import { type Content, type Element, Speaking } from '../../src/platform/ui/language.ts'
import { Page } from '../../src/platform/ui/page.tsx'
import { Upload } from '../../src/platform/ui/upload.tsx'
import { VillageFinds, VillagePicker } from '../../src/platform/ui/village-picker.tsx'

const paringin = { code: '63.11.06.1001', name: 'Paringin Kota', within: 'Kecamatan Paringin' }
const balida = { code: '63.11.06.2011', name: 'Balida', within: 'Kecamatan Paringin' }

const PAGES: Readonly<Record<string, () => Content>> = {
  upload: () => (
    <form method="post" action="/up" enctype="multipart/form-data" data-island="upload" data-upload="/up">
      <Upload name="file" label="Foto buku nikah" />
      <Button label="Kirim foto" />
    </form>
  ),
  villages: () => (
    <form method="post" action="/answers">
      <VillagePicker name="village" source="/villages" />
      <Button label="Simpan" />
    </form>
  ),
  answers: () => (
    <form method="post" action="/answers" data-island="autosave">
      <Field name="childName" label="Nama anak" />
      <Field name="note" kind="lines" label="Keterangan" />
      <Field name="pin" kind="password" label="PIN" />
      <ChoiceCards
        name="sex"
        label="Jenis kelamin"
        choices={[
          { value: 'P', label: 'Perempuan' },
          { value: 'L', label: 'Laki-laki' },
        ]}
      />
      <Button label="Simpan" />
    </form>
  ),
  aloud: () => (
    <div>
      <div data-island="read-aloud" data-reads="questions">
        <h1>Siapa anak yang lahir?</h1>
        <p>
          <span lang="bjn">Siapa ngaran kakanak?</span>
        </p>
      </div>
      <form method="post" action="/answers" id="questions">
        <Field name="childName" label="Nama anak" hint="Tanpa gelar." value="Siti Rahasia" />
        <ChoiceCards name="sex" label="Jenis kelamin" choices={[{ value: 'P', label: 'Perempuan' }]} />
        <Button label="Simpan" />
      </form>
    </div>
  ),
  thanks: () => <p data-island="autosave">Sudah kami terima.</p>,
}

export function islandPage(name: string, context: PageContext): Element | Promise<Element> {
  if (name === 'finds') {
    return (
      <Speaking value="id">
        <VillageFinds name="village" query="pari" finds={[balida, paringin]} />
      </Speaking>
    )
  }
  return (
    <Page context={context} title={name}>
      <h1>{name}</h1>
      {PAGES[name]?.()}
    </Page>
  )
}
