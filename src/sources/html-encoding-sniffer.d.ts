declare module 'html-encoding-sniffer' {
  interface Options {
    readonly xml?: boolean;
    readonly transportLayerEncodingLabel?: string;
    readonly defaultEncoding?: string;
    readonly maxPrescanBytes?: number;
  }

  /** The name of the encoding of a document, as the HTML standard tells it. */
  export default function sniff(bytes: Uint8Array, options?: Options): string;
}
