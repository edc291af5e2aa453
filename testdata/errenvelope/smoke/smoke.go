package smoke
