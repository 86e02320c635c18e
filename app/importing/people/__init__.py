"""Lists of people: one entry a person, with name, title, place and remark."""
