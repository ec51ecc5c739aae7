declare module 'unidecode' {
  /** The letters of a text in ASCII, after Perl's Text::Unidecode. */
  export default function unidecode(text: string): string;
}
