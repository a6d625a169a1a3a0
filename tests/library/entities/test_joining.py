"""Which articles speak of the same one."""

from tui.analysis.model import Kind
from tui.library.entities.finding import candidates
from tui.library.entities.tables import told_by

OSTREVIK = (
    "Anna Ostrevik opened the harbour on Monday. Ostrevik said that the ships would come back. "
    "Her deputy, Bo Lindahl, agreed with her."
)


def test_a_short_name_follows_the_full_one_of_another_article(shelf):
    shelf.tell(1, OSTREVIK)
    shelf.tell(2, OSTREVIK.replace("harbour", "library"))
    shelf.tell(3, "The minister spoke to Ostrevik in Rome. Ostrevik said that she would not resign this year.")
    assert shelf.articles("Anna Ostrevik") == [1, 2, 3]
    assert shelf.ids("Ostrevik") == shelf.ids("Anna Ostrevik")


def test_a_surname_of_two_is_a_doubt_and_no_join(shelf):
    shelf.tell(1, "Anna Ostrevik opened the harbour. Ostrevik said it was time.")
    shelf.tell(2, "Karl Ostrevik lost the final in Oslo. Ostrevik said he was tired.")
    shelf.tell(3, "The court heard that Ostrevik was not at home. Ostrevik said nothing.")
    assert (shelf.articles("Anna Ostrevik"), shelf.articles("Karl Ostrevik")) == ([1], [2])
    assert shelf.unsure("Anna Ostrevik") == shelf.unsure("Karl Ostrevik") == [3]


def test_company_tells_two_of_a_name_apart(shelf):
    shelf.tell(1, OSTREVIK)
    shelf.tell(2, "Karl Ostrevik lost the final in Oslo to Piet Vandermolen. Ostrevik said he was tired.")
    shelf.tell(3, "Bo Lindahl met Ostrevik on Friday. Ostrevik said that the talks went well.")
    assert shelf.articles("Anna Ostrevik") == [1, 3]
    assert shelf.articles("Karl Ostrevik") == [2]


def test_a_common_name_of_one_word_joins_nothing(shelf):
    shelf.tell(1, "Thomas Baker bought the mill. Baker said that it was old.")
    shelf.tell(2, "Police spoke to Mr Baker for an hour. Baker said that he was in Lisbon.")
    assert shelf.articles("Thomas Baker") == [1]


def test_ministries_of_two_countries_are_two(shelf):
    shelf.tell(1, "Sweden's Foreign Ministry called the ambassador. The Foreign Ministry said Sweden was not amused.")
    shelf.tell(2, "Peru's Foreign Ministry called the ambassador. The Foreign Ministry said Peru was not amused.")
    shelf.tell(3, "The Swedish Foreign Ministry closed on Friday in Stockholm, officials in Sweden said.")
    ids = shelf.ids("Foreign Ministry")
    assert sorted(shelf.articles("Foreign Ministry", which) for which in range(len(ids))) == [[1, 3], [2]]


def test_an_acronym_is_its_long_form_elsewhere(shelf):
    long = "The Kestrel Volcano Exchange (KVX) measured the ash. The KVX said on Monday that flights were safe."
    shelf.tell(1, long)
    shelf.tell(2, long.replace("ash", "wind"))
    shelf.tell(3, "The wind turned, the KVX said. Scientists at the KVX expect more of it.")
    assert shelf.articles("KVX") == [1, 2, 3]


def test_what_plays_is_not_where_it_is(shelf):
    shelf.tell(1, "Berlin is the capital of Germany. Ministers met in Germany on Monday, and Germany said little.")
    shelf.tell(
        2,
        "Germany beat Norway 3-1 in the World Cup qualifier after two goals in the first half. The coach praised the "
        "striker. Germany scored a third goal from a penalty before Norway replied in the league match. Germany lead "
        "the group; a midfielder and the goalkeeper are injured.",
    )
    assert shelf.articles("Germany") != [1, 2]
    assert len(shelf.ids("Germany")) == 2


def test_a_country_within_a_name_is_named_too(shelf):
    shelf.tell(1, "The US State Department spoke on Monday. The US State Department said nothing else.")
    shelf.tell(2, "Ships of the United States left on Monday for the United States.")
    assert shelf.articles("United States") == [1, 2]


def test_counting_an_article_out_leaves_nothing(shelf):
    shelf.tell(1, OSTREVIK)
    before = {table: shelf.db.execute(f"SELECT * FROM {table}").fetchall() for table in ("borne", "fuller", "spelt")}
    shelf.tell(2, OSTREVIK.replace("Anna", "Karl"))
    from tui.library.entities.tables import put

    put(shelf.db, 2, None)
    assert before == {table: shelf.db.execute(f"SELECT * FROM {table}").fetchall() for table in before}


def test_most_articles_say_of_which_kind_a_name_is(shelf):
    for number in range(1, 5):
        shelf.tell(number, OSTREVIK.replace("harbour", f"pier {number}"))
    shelf.tell(5, OSTREVIK, Kind.ORG)
    assert shelf.articles("Anna Ostrevik") == [1, 2, 3, 4, 5]
    assert candidates(shelf.db, "Anna Ostrevik")[0].kind == "PERSON"
    assert len(shelf.ids("Anna Ostrevik")) == 1


def test_two_kinds_that_are_as_frequent_are_two(shelf):
    shelf.tell(1, OSTREVIK)
    shelf.tell(2, OSTREVIK, Kind.ORG)
    assert len(shelf.ids("Anna Ostrevik")) == 2


def test_letters_are_not_short_for_a_longer_name_that_holds_them(shelf):
    for number in range(1, 4):
        shelf.tell(number, f"The KVX spoke on day {number}. The KVX said that all was well.")
    shelf.tell(4, "The KVX Harbour Trust was founded. The KVX Harbour Trust, or KVX, owns the pier.")
    shelf.tell(5, "The KVX Harbour Trust (KVX) sold the pier. The KVX said so.")
    assert {1, 2, 3} <= {article for which in range(len(shelf.ids("KVX"))) for article in shelf.articles("KVX", which)}
    assert not {1, 2, 3} & set(shelf.articles("KVX Harbour Trust"))


def test_many_short_names_do_not_follow_one_full_one(shelf):
    shelf.tell(1, "Anna Ostrevik opened the harbour. Ostrevik said it was time.")
    for number in range(2, 10):
        shelf.tell(number, f"Fans of Ostrevik sang on day {number}. Ostrevik left the stage at midnight.")
    assert shelf.articles("Anna Ostrevik") == [1]
    assert shelf.articles("Ostrevik") == [*range(2, 10)]


US_STATE = "Police in Atlanta, Georgia, arrested two men. The governor of Georgia spoke in Atlanta on Monday."
COUNTRY = "Tbilisi is the capital of Georgia. Russia and Georgia signed a truce, and Georgian soldiers left."


def test_two_places_of_one_name_are_told_apart_by_what_stands_beside_them(shelf):
    shelf.tell(1, US_STATE)
    shelf.tell(2, COUNTRY)
    shelf.tell(3, "Georgia asked for help on Monday. Nobody helped Georgia.")
    assert [shelf.articles("Georgia", which) for which in (0, 1)] == [[2, 3], [1]]


def test_the_letters_of_a_table_are_another_ones_where_it_has_a_long_name_of_its_own(shelf):
    shelf.tell(1, "The International Shipping Watch (ISW) counted the ships. The ISW said that trade grew.")
    shelf.tell(2, "The Institute for the Study of War (ISW) said that fighters came back. The ISW said so on Monday.")
    shelf.tell(3, "The ISW spoke of a war on Monday. Experts of the ISW said so.")
    assert shelf.articles("International Shipping Watch") == [1]
    assert shelf.articles("Institute for the Study of War") == [2, 3]


def test_europe_is_not_its_union(shelf):
    shelf.tell(1, "The European Union agreed on Monday. The EU said that Europe would act. Europe needs reform.")
    shelf.tell(2, "Ships left Europe on Monday for Africa. Europe has many ports.")
    assert shelf.articles("EU") == [1]
    assert shelf.articles("Europe") == [1, 2]
    assert set(shelf.ids("Europe")).isdisjoint(shelf.ids("EU"))


def test_two_names_that_were_taken_for_one_come_apart(shelf):
    shelf.tell(
        1, "Barack Obama met Hillary Clinton. Obama Clinton talks ended on Monday. Obama left, and so did Clinton."
    )
    shelf.tell(2, "CAIRO (Reuters Cairo) The army said that Cairo was quiet. Reuters reported so from Cairo.")
    shelf.tell(3, "Cairo was quiet on Monday, the army said. Ships left for Cairo.")
    shelf.tell(4, "Harrison Ford met George Harrison and Henry Ford in Ulmen. Harrison Ford left on Monday.")
    told = [told_by(shelf.db, number) for number in (1, 2, 4)]
    mentions = [{here.name: here.mentions for here in one.entities} for one in told]
    assert mentions[0]["Obama Clinton"] == 0
    assert {here.key for here in told[0].entities} >= {"P:barack obama", "P:hilari clinton"}
    assert shelf.articles("Cairo") == [2, 3]
    assert {here.key for here in told[1].entities} == {"N:cairo", "N:reuters"}
    assert not shelf.ids("Reuters Cairo")
    assert mentions[2]["Harrison Ford"] == 2
