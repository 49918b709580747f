"""From printed lines to what a person sees: columns, paragraphs, headings, lists, tables."""
