"""What search --help tells of the language of queries."""

LANGUAGE = """the language of queries:
  obama "joe biden"              photos that show both; suggested faces count
  obama or biden, -clinton       either; not her; brackets: obama (biden or -clinton)
  only: obama biden              these, and no other face at all
  only-named: obama              him, and no other named person
  with: obama, confirmed: obama  at any state; by your own word
  people: 2, people: >=5         so many people; faces: 0, unnamed: yes
  date: 2015-06..2016-02         or summer 2015, june 2015, last christmas, last 3 weeks, >=2015
  age: obama 3..5                at this age, where the birth date is known
  folder: italy, name: img_12    part of a folder's or file's name; folder: /photos/2015
  camera: canon, type: heic      near: 48.85,2.35 10km, favourite: yes, rating: >=4
  together: obama biden within 3h    at one event, not in one photo
  like: 1234                     by likeness to a face (its number) or a picture (its path)
German words will do, too: anna oder ben, ordner: italien, sommer 2015, letzte weihnachten.
Put -- before a query that begins with a minus."""
