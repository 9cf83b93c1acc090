"""European countries by name in the reader's language."""

from __future__ import annotations

from unicodedata import combining, normalize

from pages.ui.i18n import gettext as _

OTHER_COUNTRY = "ZZ"


def country_names() -> dict[str, str]:
    """Two-letter code -> name, in the order of the reader's alphabet; "another country" comes last."""
    names = _european_countries()
    ordered = sorted(names, key=lambda code: _without_accents(names[code]))
    return {code: names[code] for code in ordered} | {OTHER_COUNTRY: _("Another country")}


def _without_accents(name: str) -> str:
    return "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))


def _european_countries() -> dict[str, str]:
    return {
        "AD": _("Andorra"),
        "AL": _("Albania"),
        "AM": _("Armenia"),
        "AT": _("Austria"),
        "AZ": _("Azerbaijan"),
        "BA": _("Bosnia and Herzegovina"),
        "BE": _("Belgium"),
        "BG": _("Bulgaria"),
        "CH": _("Switzerland"),
        "CY": _("Cyprus"),
        "CZ": _("Czechia"),
        "DE": _("Germany"),
        "DK": _("Denmark"),
        "EE": _("Estonia"),
        "ES": _("Spain"),
        "FI": _("Finland"),
        "FR": _("France"),
        "GB": _("United Kingdom"),
        "GE": _("Georgia"),
        "GR": _("Greece"),
        "HR": _("Croatia"),
        "HU": _("Hungary"),
        "IE": _("Ireland"),
        "IS": _("Iceland"),
        "IT": _("Italy"),
        "LI": _("Liechtenstein"),
        "LT": _("Lithuania"),
        "LU": _("Luxembourg"),
        "LV": _("Latvia"),
        "MC": _("Monaco"),
        "MD": _("Moldova"),
        "ME": _("Montenegro"),
        "MK": _("North Macedonia"),
        "MT": _("Malta"),
        "NL": _("Netherlands"),
        "NO": _("Norway"),
        "PL": _("Poland"),
        "PT": _("Portugal"),
        "RO": _("Romania"),
        "RS": _("Serbia"),
        "SE": _("Sweden"),
        "SI": _("Slovenia"),
        "SK": _("Slovakia"),
        "SM": _("San Marino"),
        "TR": _("Türkiye"),
        "UA": _("Ukraine"),
        "XK": _("Kosovo"),
    }
