package org.parley.jobs.export;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written from its begin to its end. */
final class Xml {
  private final XMLStreamWriter out;

  /** A document that begins with its root element. */
  Xml(OutputStream stream, String root, String namespace) throws XMLStreamException {
    out = XMLOutputFactory.newFactory().createXMLStreamWriter(stream, "UTF-8");
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement(root);
    out.writeDefaultNamespace(namespace);
  }

  /** Begins an element; the attributes are names and values in turn. */
  void begin(String element, String... attributes) throws XMLStreamException {
    out.writeStartElement(element);
    attributes(attributes);
  }

  /** Ends the element that was begun last. */
  void end() throws XMLStreamException {
    out.writeEndElement();
  }

  /** An element without content. */
  void empty(String element, String... attributes) throws XMLStreamException {
    out.writeEmptyElement(element);
    attributes(attributes);
  }

  /** An element with text. */
  void text(String element, String text, String... attributes) throws XMLStreamException {
    begin(element, attributes);
    out.writeCharacters(clean(text));
    end();
  }

  /** Attributes of the element that was begun last. */
  void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], clean(attributes[i + 1]));
    }
  }

  /** Ends all elements that are open. */
  void finish() throws XMLStreamException {
    out.writeEndDocument();
    out.flush();
  }

  /** XML 1.0 has no place for control characters and lone surrogates, however they are written. */
  private static String clean(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
