"""Usual Danish given names: where a name begins when nothing stands between it and a place."""

from __future__ import annotations

_COMMON = """
Agnete Aksel Albert Alex Alexander Alice Allan Amalie Anders Andreas Ane Anette Anita Anja Ann
Anna Anne Annelise Annette Anni Arne Arthur Asger Astrid Axel Benedikte Benjamin Bent Bente
Berit Birger Birgit Birgitte Birthe Bjarne Bjørn Bo Bodil Brian Britta Camilla Carina Carl
Carsten Caroline Casper Cecilie Charlotte Christian Christina Christine Christoffer Claus Connie
Dan Daniel David Dennis Ditte Dorrit Dorte Dorthe Ebbe Edith Egon Ejnar Elin Elisabeth Ellen
Else Emil Emilie Emma Erik Erling Ernst Esben Esther Eva Finn Flemming Frank Frede Frederik
Frits Gerda Gert Gitte Grethe Gunnar Gustav Hanna Hanne Hans Harald Heidi Heine Helen Helge
Helle Henning Henriette Henrik Herdis Holger Ib Ida Inga Inge Inger Ingrid Isabella Ivan Jacob
Jakob Jan Jane Janne Jannie Jannik Jens Jeppe Jesper Jette Joan Johan Johanne Johannes John
Johnny Jon Jonas Jonna Julie Jytte Jørgen Jørn Kaj Karen Karin Karina Karl Karsten Kasper Kate
Katrine Kenneth Kim Kirsten Kirstine Kjeld Klaus Knud Kristian Kristina Kristine Kurt Lars Lasse
Laura Laust Leif Lena Lene Lillian Lilly Linda Line Lis Lisa Lisbeth Lise Lissi Lone Lotte
Louise Ludvig Lykke Mads Magnus Maibritt Maja Majbritt Marc Margit Maria Marianne Marie Maren
Mark Martin Mathias Mathilde Mathilda Max Merete Mette Michael Mikael Mikkel Mogens Mona Morten
Nanna Nicolai Niels Nikolaj Nina Nis Ole Oliver Oluf Oscar Oskar Otto Palle Patrick Paul Peder
Pernille Per Peter Philip Pia Poul Preben Rasmus René Rikke Rita Ritta Robert Rolf Rosa Rune
Ruth Sanne Sara Sarah Sebastian Signe Simon Sofie Sonja Steen Steffen Stig Stine Susan Susanne
Svend Søren Sørine Tage Tanja Thea Thomas Thorkild Tim Tina Tine Tobias Tom Tommy Torben Tove
Troels Trine Ulf Ulla Ulrik Ulrikke Uffe Vagn Verner Vibeke Victor Viggo Viktor Villy Vita Vivi
William Winnie Yvonne Zenia Åge Åse Aage Aase
Aleksander Anton Asbjørn Ask August Bastian Bertel Bjarke Boris Brit Børge Clara Daniella Dennie
Dina Dorthea Ea Eigil Ejner Ejvind Elly Elsebeth Eske Eskild Evald Fatima Fatma Felix Fie Freja
Gorm Gudrun Gunhild Gunner Gunver Hasse Henny Herluf Hjalmar Ibrahim Ilse Ingeborg Ingelise
Ingerlise Irene Iris Jacqueline Jimmy Joachim Jonathan Josefine Kaare Kai Kaja Kamilla Kamma Karla
Kaspar Kathrine Katja Katrina Kitt Kristen Kristoffer Laila Laurits Lauritz Lea Lilian Lillan
Liselotte Lucas Lukas Lærke Maiken Maj Majken Malene Malte Malthe Marcus Markus Marlene Mie Mille
Miriam Mohamed Mohammed Monika Muhammad Nadia Naja Natasja Nicklas Nicoline Niklas Niller Oda Olav
Olivia Ove Patricia Peer Pelle Petra Philippa Ragnhild Randi Rebecca Regitze Ronja Sabrina Sander
Sandra Sanna Selma Sidsel Silje Simone Sofia Solveig Stephan Stephanie Stephen Sune Susse Svea
Svenja Teresa Terese Theis Theodor Theresa Therese Thor Thorbjørn Thorsten Thorvald Tinna Tonny
Torkil Torkild Torsten Trille Tyge Ulrich Ursula Valdemar Vera Veronica Vibe Vicki Vilhelm Vincent
Viola Werner Yasmin Yrsa Zahra
"""
GIVEN_NAMES = frozenset(_COMMON.split())
