// Live examples: documents and places, the two answers that need more than a box.
import { Upload } from '../upload.tsx'
import { VillagePicker } from '../village-picker.tsx'
import { type ComponentGroup, text } from './registry.ts'

const paringin = { code: '63.11.06.1001', name: 'Paringin Kota', within: 'Kecamatan Paringin, Kabupaten Balangan' }

export const pickers: ComponentGroup = {
  id: 'pickers',
  title: text('Dokumen dan tempat', 'Documents and places'),
  components: [
    {
      name: 'Upload',
      file: 'upload',
      use: text('Satu dokumen.', 'One document.'),
      rules: text(
        'Empat gambar contoh dengan yang harus dilakukan. Setelah diterima: fotonya sendiri, “Ganti”, dan yang terbaca.',
        'Four drawn samples with what to do. Once received: the picture itself, “Replace”, and what was read.',
      ),
      examples: [
        {
          title: text('Belum ada', 'Not there yet'),
          render: (n) => (
            <Upload
              name={n('book')}
              label={text('Foto buku nikah, halaman nama', 'Photo of the marriage book, page with the names')}
              hint={text(
                'Foto langsung dari ponsel boleh. Kami kecilkan sendiri.',
                'A photo from your phone is fine. We make it smaller.',
              )}
            />
          ),
        },
        {
          title: text('Sudah diterima', 'Received'),
          render: (n) => (
            <Upload
              name={n('letter')}
              label={text('Surat keterangan kelahiran', 'Birth letter')}
              current={{
                alt: 'Surat keterangan kelahiran, 1 halaman',
                href: '#pickers',
                read: 'Puskesmas Paringin, 5 Maret 2026, 3.150 g',
                receivedAt: '10 April, pukul 15.00',
              }}
            />
          ),
        },
      ],
    },
    {
      name: 'VillagePicker',
      file: 'village-picker',
      use: text('Satu desa dari 83.000.', 'One village out of 83,000.'),
      rules: text(
        'Tanpa skrip “Cari” memuat halaman yang sama dengan hasilnya. Yang terpilih tetap di atas.',
        'Without script “Search” loads the same page with finds. The chosen one stays on top.',
      ),
      examples: [
        {
          title: text('Hasil pencarian', 'Finds'),
          render: (n) => (
            <VillagePicker
              name={n('village')}
              query="pari"
              chosen={paringin}
              finds={[
                paringin,
                { code: '63.11.06.2011', name: 'Balida', within: 'Kecamatan Paringin, Kabupaten Balangan' },
              ]}
            />
          ),
        },
        {
          title: text('Tidak ditemukan', 'Nothing found'),
          render: (n) => <VillagePicker name={n('none')} query="pringgin" finds={[]} />,
        },
      ],
    },
  ],
}
